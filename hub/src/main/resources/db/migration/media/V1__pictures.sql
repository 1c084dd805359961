-- The bytes of every picture and of every fitted version, once each, under their own SHA-256. In the database, so that
-- a back-up of the one is a back-up of the other. They are compressed already.
create table picture (
    sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    mime text not null,
    width int not null,
    height int not null,
    bytes bytea not null,
    made_at timestamptz not null
);
alter table picture alter column bytes set storage external;

-- A picture in the collection. Two files that look the same are one picture.
create table item (
    id uuid primary key,
    name text not null,
    sha256 text not null references picture,
    pixels text not null unique,
    stilled boolean not null,
    alt text not null default '',
    focal_x double precision not null default 0.5 check (focal_x between 0 and 1),
    focal_y double precision not null default 0.5 check (focal_y between 0 and 1),
    uploaded_by uuid not null,
    uploaded_at timestamptz not null
);
create index item_newest on item (uploaded_at desc, id desc);
create index item_by_picture on item (sha256);
create index item_by_uploader on item (uploaded_by);

-- A fitted version is made once, so that what was signed and what is sent are the same bytes.
create table rendition (
    master text not null references picture,
    recipe text not null,
    result text not null references picture,
    primary key (master, recipe)
);

-- What anybody may see, and why: a campaign page, a published post.
create table opened (
    sha256 text not null references picture,
    reason text not null,
    opened_at timestamptz not null,
    primary key (sha256, reason)
);
create index opened_by_reason on opened (reason);
