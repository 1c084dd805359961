-- The organisation's accounts. Credentials are sealed (AES-256-GCM); the key with this id lies outside the database.
create table account (
    id uuid primary key,
    network text not null,
    server text not null,
    remote text not null,
    handle text not null,
    display_name text not null,
    status text not null check (status in ('CONNECTED', 'NEEDS_SIGN_IN', 'DISCONNECTED')),
    credentials bytea,
    sealing_key text,
    limits jsonb,
    limits_at timestamptz,
    connected_by uuid not null,
    connected_at timestamptz not null,
    unique (network, server, remote),
    check ((credentials is null) = (sealing_key is null))
);
create index account_in_use on account (network, lower(handle)) where status <> 'DISCONNECTED';
create index account_by_connector on account (connected_by);

-- Our application on each Mastodon server, for the address people come back to.
create table app (
    server text not null,
    redirect text not null,
    client_id text not null,
    secret bytea not null,
    sealing_key text not null,
    made_at timestamptz not null,
    primary key (server, redirect)
);

-- Sign-ins under way on a Mastodon server. Only the hash of the state is kept; it is used once, by whoever began.
create table sign_in (
    state bytea primary key,
    member uuid not null,
    server text not null,
    redirect text not null,
    client_id text not null,
    verifier bytea not null,
    sealing_key text not null,
    ends_at timestamptz not null
);
create index sign_in_by_end on sign_in (ends_at);
