-- Who signed what off. Every row that a sending depends on carries a tag: an HMAC over its content under a key that is
-- not in the database, so that a row changed behind the hub's back signs nothing.

create table request (
    submission uuid primary key,
    post uuid not null,
    campaign uuid not null,
    content_hash text not null,
    revision int not null,
    submitted_by uuid not null,
    submitted_at timestamptz not null,
    authors uuid[] not null,             -- everybody who wrote any part since the last complete sign-off
    needed text[] not null,
    because jsonb not null,              -- role → topic that asks for it
    state text not null,
    urgent boolean not null default false,
    urgent_why text,
    deadline timestamptz not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    closed_at timestamptz,
    void_why text,
    tag bytea not null,
    check (state in ('WAITING', 'CHANGES_ASKED', 'SIGNED_OFF', 'VOID'))
);
create index request_open on request (deadline) where state = 'WAITING';
create index request_by_post on request (post, submitted_at desc);

create table sign_off (
    id uuid primary key,
    submission uuid not null references request,
    role text not null,
    signer text not null,                -- member:<uuid> or guest:<uuid>
    content_hash text not null,
    window_from timestamptz not null,
    window_to timestamptz not null,
    signed_at timestamptz not null,
    through text not null,               -- SESSION, TOKEN or GUEST
    tag bytea not null,
    unique (submission, role),
    unique (submission, signer)          -- each required role is a different person
);

create table change_asked (
    id uuid primary key,
    submission uuid not null references request,
    asker text not null,
    network text,                        -- null: the words for every network
    span_start int not null,
    span_end int not null,
    phrase text not null,
    wish text not null,
    asked_at timestamptz not null,
    done_at timestamptz
);
create index change_asked_by_submission on change_asked (submission);

create table relaxed (
    submission uuid not null references request,
    role text not null,
    by_member uuid not null,
    why text not null,
    at timestamptz not null,
    tag bytea not null,
    primary key (submission, role)
);

create table guest (
    id uuid primary key,
    submission uuid not null references request,
    role text not null,
    name text not null,
    registration text not null,          -- such as a professional register and number
    email text not null,
    invited_by uuid not null,
    invited_at timestamptz not null,
    expires_at timestamptz not null,
    token_hash text not null unique,
    code_hash text,                      -- mailed when the link is opened: whoever holds the link must also read the mail
    code_expires_at timestamptz,
    code_tries int not null default 0,
    used_at timestamptz
);
create index guest_by_submission on guest (submission);

create table on_call (
    id uuid primary key,
    role text not null,
    member uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    set_by uuid not null,
    check (ends_at > starts_at)
);
create index on_call_by_time on on_call (role, ends_at);

create table reminder (
    submission uuid not null references request,
    kind text not null,
    sent_at timestamptz not null,
    primary key (submission, kind)
);
