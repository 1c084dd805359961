-- For looking things up by what was done and by day; every index carries the number, since the newest come first.
create index entry_by_what on entry (what, number);
create index entry_by_time on entry (at);
