-- A guest's row carries a tag as signatures do: whoever changes the address in it gets a link that opens nothing.
alter table guest add column tag bytea not null default '';
-- How many codes were mailed for a link: each allows a few tries, so their number bounds all guesses together.
alter table guest add column codes int not null default 0;
