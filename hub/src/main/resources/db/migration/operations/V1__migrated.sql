-- Which set of migration scripts this database has seen last: a start that brings the same set has nothing to run.
create table migrated (
    fingerprint text primary key,
    at timestamptz not null
);
