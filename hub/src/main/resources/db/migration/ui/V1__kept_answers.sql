-- Answers to creating calls that named an Idempotency-Key, kept for a day so that a repeated call creates nothing twice.
create table kept_answer (
    caller text not null,
    key text not null,
    request bytea not null,
    at timestamptz not null,
    status int,
    content_type text,
    location text,
    body bytea,
    primary key (caller, key)
);
create index kept_answer_by_age on kept_answer (at);
create index kept_answer_by_caller on kept_answer (caller, at);
