-- Which helplines an administrator checked, and how long that holds. The lines themselves come with the program.
create table checked_line (
    line text primary key,
    checked_by uuid not null,
    checked_at timestamptz not null,
    until date not null
);
