-- Who was made an administrator of which institute, and what of it Keycloak has yet to be told. Names and addresses are in
-- Keycloak alone.
create table institute_administrator (
    id            uuid primary key,
    institute_id  varchar(9) not null references institute (id),
    -- Keycloak's id of the person's account.
    account_id    uuid not null,
    -- The number of changes in its log; 0 while nothing has come of an invitation.
    version       bigint not null check (version >= 0),
    status        varchar(10) check (status in ('ACTIVE', 'REMOVED')),
    -- What Keycloak is being told, until it is known that it has done it.
    task          varchar(10) check (task in ('GRANT', 'REVOKE')),
    task_since    timestamptz,
    invited_at    timestamptz,
    mailed_at     timestamptz,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    -- Serves the number of an institute's invitations of a day, too.
    unique (institute_id, account_id),
    check ((version = 0) = (status is null)),
    check ((task is null) = (task_since is null))
);
-- Serves the sweep for what was left half way.
create index institute_administrator_open on institute_administrator (task_since) where task is not null;
