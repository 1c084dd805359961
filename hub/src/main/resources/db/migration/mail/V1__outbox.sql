create table message (
    id uuid primary key,
    recipient text not null,
    subject text not null,
    body text not null,
    written_at timestamptz not null,
    sent_at timestamptz,
    attempts int not null default 0,
    next_try_at timestamptz not null,
    failure text
);
create index message_waiting on message (next_try_at) where sent_at is null;
create index message_newest on message (written_at desc);
