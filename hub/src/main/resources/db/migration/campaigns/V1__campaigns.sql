create table campaign (
    id uuid primary key,
    slug text not null unique,
    title text not null,
    change text not null,
    cause text not null,
    goal text not null,
    story text not null,
    ask text not null,
    starts date not null,
    ends date not null check (ends >= starts),
    day text not null,
    owner uuid not null,
    actions jsonb not null,
    audiences jsonb not null,
    partners jsonb not null,
    hashtags text[] not null,
    networks text[] not null,
    state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
    paused boolean not null default false,
    version bigint not null default 1,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create index campaign_by_state on campaign (state, starts desc);
create index campaign_by_change on campaign (changed_at desc);

-- What a survey found about who uses a network. Dated and sourced; staff keep it up to date. No row, no figure.
create table evidence (
    id uuid primary key,
    network text not null,
    country text not null check (country ~ '^[A-Z]{2}$'),
    age_from int not null check (age_from between 0 and 120),
    age_to int not null check (age_to between age_from and 120),
    share int not null check (share between 0 and 100),
    measure text not null check (measure in ('uses', 'month')),
    title text not null,
    source text not null,
    published date not null,
    surveyed_from date,
    surveyed_until date,
    asked int check (asked > 0),
    version bigint not null default 1,
    changed_by text not null,
    changed_at timestamptz not null
);
create index evidence_by_network on evidence (network, published desc);

insert into evidence (id, network, country, age_from, age_to, share, measure, title, source, published, surveyed_from,
    surveyed_until, asked, changed_by, changed_at)
select gen_random_uuid(), network, 'US', age_from, age_to, share, 'uses',
    'Pew Research Center, Americans’ Social Media Use 2025',
    'https://www.pewresearch.org/internet/2025/11/20/americans-social-media-use-2025/',
    date '2025-11-20', date '2025-02-05', date '2025-06-18', 5022, 'hub', timestamptz '2026-11-21 00:00:00Z'
from (values ('youtube', 18, 120, 84), ('facebook', 18, 120, 71), ('instagram', 18, 120, 50),
    ('instagram', 18, 29, 80), ('instagram', 65, 120, 19), ('tiktok', 18, 120, 37), ('bluesky', 18, 120, 4))
    as found (network, age_from, age_to, share);

insert into evidence (id, network, country, age_from, age_to, share, measure, title, source, published, surveyed_from,
    surveyed_until, asked, changed_by, changed_at)
select gen_random_uuid(), network, 'US', age_from, age_to, share, 'uses',
    'Pew Research Center, Americans’ Social Media Use (2024)',
    'https://www.pewresearch.org/internet/2024/01/31/americans-social-media-use/',
    date '2024-01-31', date '2023-05-19', date '2023-09-05', 5733, 'hub', timestamptz '2026-11-21 00:00:00Z'
from (values ('youtube', 18, 29, 93), ('youtube', 65, 120, 60), ('linkedin', 18, 120, 30), ('linkedin', 30, 49, 40),
    ('snapchat', 18, 120, 27), ('snapchat', 18, 29, 65), ('snapchat', 65, 120, 4), ('x', 18, 120, 22),
    ('facebook', 30, 49, 75))
    as found (network, age_from, age_to, share);

insert into evidence (id, network, country, age_from, age_to, share, measure, title, source, published, surveyed_from,
    surveyed_until, asked, changed_by, changed_at)
select gen_random_uuid(), network, 'US', 13, 17, share, 'uses',
    'Pew Research Center, Teens, Social Media and Technology 2023',
    'https://www.pewresearch.org/internet/2023/12/11/teens-social-media-and-technology-2023/',
    date '2023-12-11', date '2023-09-26', date '2023-10-23', 1453, 'hub', timestamptz '2026-11-21 00:00:00Z'
from (values ('youtube', 93), ('tiktok', 63), ('snapchat', 60), ('instagram', 59), ('facebook', 33), ('x', 20))
    as found (network, share);

insert into evidence (id, network, country, age_from, age_to, share, measure, title, source, published, changed_by,
    changed_at)
select gen_random_uuid(), network, 'GB', 18, 120, share, 'month',
    'Ofcom, Online Nation 2025, as reported by Advanced Television (Facebook together with Messenger)',
    'https://www.advanced-television.com/2025/12/10/ofcom-half-of-uk-online-time-spent-on-alphabet-meta-services/',
    date '2025-12-10', 'hub', timestamptz '2026-11-21 00:00:00Z'
from (values ('youtube', 94), ('facebook', 93)) as found (network, share);

insert into evidence (id, network, country, age_from, age_to, share, measure, title, source, published, surveyed_from,
    surveyed_until, asked, changed_by, changed_at)
values (gen_random_uuid(), 'bluesky', 'ES', 12, 74, 2, 'month',
    'IAB Spain and Elogia, Estudio de Redes Sociales 2025, as reported by Datatonics',
    'https://datatonics.substack.com/p/304-estudio-anual-de-redes-sociales',
    date '2025-05-29', date '2025-03-01', date '2025-04-30', 1000, 'hub', timestamptz '2026-11-21 00:00:00Z');
