-- Systems of partners, which have credentials in Keycloak.
create table partner_client (
    id              uuid primary key,
    partner_id      varchar(9) not null references partner (id),
    name            varchar(100) not null,
    authentication  varchar(20) not null check (authentication in ('SECRET', 'PRIVATE_KEY_JWT')),
    version         bigint not null check (version > 0),
    -- PENDING until Keycloak has its first credential; nobody was told of it before.
    status          varchar(10) not null check (status in ('PENDING', 'ACTIVE', 'REVOKED')),
    reason          text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    last_used_at    timestamptz
);
-- Serves the list of a partner's clients and their number.
create index partner_client_of_partner on partner_client (partner_id, id) where status <> 'PENDING';

-- Clients of the realm: the current one, and the one before while a rotation's overlap lasts.
create table partner_client_credential (
    -- Keycloak's own id of it, too.
    id           uuid primary key,
    owner        uuid not null references partner_client (id) on delete cascade,
    client_id    varchar(60) not null unique,
    status       varchar(10) not null check (status in ('PENDING', 'ACTIVE', 'ENDED')),
    created_at   timestamptz not null,
    -- Null for the current one.
    valid_until  timestamptz,
    ended_at     timestamptz,
    -- When Keycloak was seen to have it no more.
    removed_at   timestamptz
);
create index partner_client_credential_of_owner on partner_client_credential (owner);
-- Serves the sweep for what is to be ended or removed.
create index partner_client_credential_open on partner_client_credential (status, created_at) where removed_at is null;
-- Serves the gateway's question for what was revoked lately.
create index partner_client_credential_removed on partner_client_credential (removed_at) where status = 'ENDED';
