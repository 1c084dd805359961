create table post (
    id uuid primary key,
    campaign uuid not null,
    title text not null,
    language text not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'ARCHIVED')),
    version bigint not null,
    revision int not null,
    translation_of uuid references post (id),
    submission uuid,
    author uuid not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    words tsvector not null
);
create index post_changed on post (changed_at desc);
create index post_campaign on post (campaign, changed_at desc);
create index post_state on post (state, changed_at desc);
create index post_translation on post (translation_of) where translation_of is not null;
create index post_words on post using gin (words);

create table revision (
    post uuid not null references post (id) on delete cascade,
    number int not null,
    author uuid not null,
    -- who wrote the words this one was copied from: they may not sign it either
    also uuid[] not null default '{}',
    begun_at timestamptz not null,
    at timestamptz not null,
    content jsonb not null,
    -- handed to review: never written over
    frozen boolean not null default false,
    primary key (post, number)
);

create table submission (
    id uuid primary key,
    post uuid not null references post (id),
    revision int not null,
    hash text not null,
    payloads jsonb not null,
    -- what rendering took from outside: fitted pictures, resolved mentions, the campaign's label
    ingredients jsonb not null,
    report jsonb not null,
    author uuid not null,
    at timestamptz not null,
    foreign key (post, revision) references revision (post, number)
);
create index submission_post on submission (post, at desc);

-- Who has a post open now.
create table presence (
    post uuid not null references post (id) on delete cascade,
    member uuid not null,
    seen_at timestamptz not null,
    primary key (post, member)
);
create index presence_seen on presence (seen_at);
