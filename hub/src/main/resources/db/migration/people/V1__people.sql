-- The one organisation this hub serves.
create table organisation (
    one boolean primary key default true check (one),
    name text not null,
    zone text not null,
    locale text not null,
    public_address text not null default '',
    duty_contact text not null default '',
    changed_at timestamptz not null
);

create table member (
    id uuid primary key,
    name text not null,
    email text not null unique check (email = lower(email)),
    locale text not null,
    zone text not null,
    theme text not null default 'auto',
    password text,
    campaign uuid,
    active boolean not null default true,
    demo boolean not null default false,
    totp_secret bytea,
    totp_pending bytea,
    totp_confirmed_at timestamptz,
    totp_last_step bigint not null default 0,
    joined_at timestamptz not null
);
create index member_by_name on member (lower(name));

create table role_held (
    member uuid not null references member,
    role text not null,
    given_by text not null,
    given_at timestamptz not null,
    primary key (member, role)
);
create index role_held_by_role on role_held (role, member);

-- A role lent until a time. It counts only while the giver holds it, so it never gives more than the giver has.
create table delegation (
    id uuid primary key,
    giver uuid not null references member,
    receiver uuid not null references member,
    role text not null,
    given_at timestamptz not null,
    ends_at timestamptz not null,
    ended_at timestamptz
);
create index delegation_by_receiver on delegation (receiver, ends_at) where ended_at is null;
create index delegation_by_giver on delegation (giver, ends_at) where ended_at is null;

-- Links sent by mail or printed at start: only a hash is kept, and each works once.
create table link (
    hash bytea primary key,
    purpose text not null,
    member uuid references member,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz
);
create index link_by_member on link (member, purpose);
create index link_by_end on link (ends_at);

create table session (
    id uuid primary key,
    hash bytea not null unique,
    member uuid not null references member,
    complete boolean not null,
    device text not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    ends_at timestamptz not null,
    proved_at timestamptz not null,
    second_factor_at timestamptz
);
create index session_by_member on session (member, seen_at desc);
create index session_by_end on session (ends_at);

create table recovery_code (
    member uuid not null references member,
    hash bytea not null,
    used_at timestamptz,
    primary key (member, hash)
);

create table passkey (
    credential_id bytea primary key,
    member uuid not null references member,
    label text not null,
    public_key bytea not null,
    signature_count bigint not null,
    verified boolean not null,
    transports text not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    attestation_object bytea,
    attestation_client_data bytea,
    made_at timestamptz not null,
    used_at timestamptz not null
);
create index passkey_by_member on passkey (member);

create table token (
    id uuid primary key,
    hash bytea not null unique,
    member uuid not null references member,
    name text not null,
    scopes text[] not null,
    made_at timestamptz not null,
    ends_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
);
create index token_by_member on token (member, made_at desc);
