-- What was done, by whom, to what. Rows are only ever added; the application's role can't change or remove them.
create table entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    what text not null,
    actor text not null,
    subject text not null,
    ids jsonb not null,
    digest bytea not null
);
create index entry_by_subject on entry (subject, number);
create index entry_by_actor on entry (actor, number);

-- A seal binds every entry up to a number to all seals before it (a hash chain over batches).
create table seal (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    first_entry bigint not null,
    last_entry bigint not null unique,
    entries int not null,
    head bytea not null
);
