-- What came back: replies and mentions, kept for a while. They are other people's words.

-- How far each account was read. The cursor moves in the transaction that keeps the items.
create table source (
    account uuid primary key,
    cursor text not null default '',
    next_look_at timestamptz not null,
    failures int not null default 0,
    looked_at timestamptz,                   -- last time it worked
    trouble_key text,
    trouble_arguments jsonb
);
create index source_due on source (next_look_at);

create table item (
    id uuid primary key,
    account uuid not null,
    network text not null,
    remote_hash text not null,               -- SHA-256 of the network's id: tells repeats apart, also after an erasure
    kind text not null check (kind in ('MENTION', 'REPLY')),
    author_handle text not null,
    author_name text not null,
    body text not null,
    uri text not null,
    in_reply_to text,
    itself jsonb,                            -- what an answer names as its parent
    root jsonb,
    written_at timestamptz not null,
    fetched_at timestamptz not null,
    crisis int not null check (crisis between 0 and 4),
    personal boolean not null,               -- names or numbers that could identify somebody
    state text not null default 'NEW' check (state in ('NEW', 'BEING_ANSWERED', 'ANSWERED', 'DONE')),
    by_member uuid,
    since timestamptz,
    answer_url text,
    alarmed_at timestamptz,
    alarmed_again_at timestamptz,
    unique (account, remote_hash),
    check ((state = 'NEW') = (by_member is null))
);
create index item_open on item (crisis desc, written_at, id) where state in ('NEW', 'BEING_ANSWERED');
create index item_closed on item (since desc, id) where state in ('ANSWERED', 'DONE');
create index item_by_author on item (network, lower(author_handle), written_at);
create index item_by_age on item (fetched_at);
create index item_unanswered_alarm on item (alarmed_at)
    where state = 'NEW' and alarmed_at is not null and alarmed_again_at is null;

-- What somebody asked to be erased never comes back by being fetched again.
create table erased (
    account uuid not null,
    remote_hash text not null,
    at timestamptz not null,
    primary key (account, remote_hash)
);

-- Our answers. A row is written before the request; one that is open keeps a second one from being sent.
create table answer (
    id uuid primary key,
    item uuid not null references item on delete cascade,
    by_member uuid not null,
    words text not null,
    created_at timestamptz not null,
    state text not null check (state in ('SENDING', 'UNSURE', 'SENT', 'NOT_SENT')),
    url text
);
create unique index answer_once on answer (item) where state <> 'NOT_SENT';

-- Who looks at what comes back, and when. The wall times are what people agreed on; the instants follow from them.
create table duty (
    id uuid primary key,
    member uuid not null,
    starts_wall timestamp not null,
    ends_wall timestamp not null,
    zone text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    set_by uuid not null,
    check (ends_at > starts_at)
);
create index duty_by_time on duty (ends_at, starts_at);
