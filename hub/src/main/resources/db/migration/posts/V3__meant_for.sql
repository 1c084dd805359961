-- When a post is meant to go out, chosen on the calendar before there was a word of it.
create table meant_for (
    post uuid primary key references post (id) on delete cascade,
    time timestamp not null,
    zone text not null
);
