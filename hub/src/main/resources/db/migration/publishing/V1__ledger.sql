-- The ledger. A row is written before every request to a network; what is here decides what may be sent, never the
-- memory of a worker. Every comparison of leases uses this database's clock.

create table delivery (
    id uuid primary key,
    post uuid not null,
    campaign uuid not null,
    submission uuid not null,
    content_hash text not null,
    account uuid not null,
    network text not null,
    wall timestamp not null,                 -- what the person chose
    zone text not null,                      -- where they chose it
    due_at timestamptz not null,             -- wall in zone, as an instant
    late_after timestamptz not null,         -- later than this it is never sent by itself
    state text not null,
    held_why text,
    reason_key text,                         -- the last thing a person should know, as message key and arguments
    reason_arguments jsonb,
    next_look_at timestamptz not null,       -- when a worker may take it up; 'infinity' when only a person can go on
    lease_token uuid,
    lease_until timestamptz,
    worker text,
    retract_asked boolean not null default false,
    corrects uuid,                           -- delivery that this one corrects, in reply to it
    scheduled_by uuid not null,
    scheduled_at timestamptz not null,
    finished_at timestamptz,
    looks int not null default 0,            -- how often reconciling looked without an answer
    read_back text,                          -- SAME, DIFFERENT, MISSING; null until looked
    read_back_due timestamptz,
    check (state in ('SCHEDULED', 'HELD', 'MISSED', 'SENDING', 'PARTLY_SENT', 'SENT', 'REFUSED', 'AMBIGUOUS',
                     'AWAITING_PERSON', 'RETRACTING', 'RETRACTED'))
);
create index delivery_to_look_at on delivery (next_look_at)
    where state in ('SCHEDULED', 'SENDING', 'PARTLY_SENT', 'AMBIGUOUS', 'RETRACTING');
create index delivery_by_post on delivery (post);
create index delivery_by_time on delivery (due_at);
create index delivery_by_campaign on delivery (campaign, due_at);
create index delivery_needing_a_person on delivery (state, due_at)
    where state in ('HELD', 'MISSED', 'AWAITING_PERSON', 'REFUSED', 'PARTLY_SENT');
create index delivery_to_read_back on delivery (read_back_due) where read_back_due is not null;
-- The same words go to one account at one time once.
create unique index delivery_once on delivery (submission, account)
    where state not in ('RETRACTED', 'REFUSED', 'MISSED');

create table part (
    delivery uuid not null references delivery,
    number int not null,
    send_key text not null,                  -- record key or idempotency key: the same on every attempt
    created_at timestamptz not null,         -- fixed, because it is part of what is sent
    key_since timestamptz,                   -- first use of the key
    state text not null,
    attempts int not null default 0,
    steps jsonb not null default '{}',
    receipt jsonb,
    primary key (delivery, number),
    check (state in ('WAITING', 'SENDING', 'SENT', 'REFUSED', 'AMBIGUOUS', 'RETRACTED'))
);

create table attempt (
    id bigint generated always as identity primary key,
    delivery uuid not null,
    part int not null,
    kind text not null,
    worker text not null,
    lease uuid,                              -- under which lease; null for what a person noted
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text,
    reason_key text,
    reason_arguments jsonb,
    foreign key (delivery, part) references part (delivery, number),
    check (kind in ('SEND', 'LOOK', 'READ_BACK', 'RETRACT', 'PERSON'))
);
create index attempt_by_delivery on attempt (delivery, id);

create table pause (
    id uuid primary key,
    campaign uuid,                           -- null pauses the whole organisation
    since timestamptz not null,
    by_member uuid not null,
    why text not null,
    ended_at timestamptz,
    ended_by uuid
);
create unique index pause_active on pause (coalesce(campaign, '00000000-0000-0000-0000-000000000000'))
    where ended_at is null;

create table rhythm (
    network text primary key,
    per_week int not null check (per_week between 0 and 50),
    slots text[] not null                    -- wall times of day such as 09:00
);

create table feed (
    member uuid primary key,
    token_hash text not null unique,
    made_at timestamptz not null
);
