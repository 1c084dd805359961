-- A pause that begins while a request is being prepared shuts the gate before it: looked at in the last comparison.
alter table delivery add column pause_asked boolean not null default false;

-- A person looked at what read-back found to be other than signed, and left it so.
alter table delivery add column read_back_seen boolean not null default false;
create index delivery_read_back_other on delivery (due_at)
    where state = 'SENT' and read_back in ('DIFFERENT', 'MISSING') and not read_back_seen;

-- A post that was begun to correct one that is out. Where it goes, it answers that one.
create table correction (
    post uuid primary key,
    delivery uuid not null references delivery,
    begun_by uuid not null,
    begun_at timestamptz not null
);
create index delivery_by_corrected on delivery (corrects) where corrects is not null;
