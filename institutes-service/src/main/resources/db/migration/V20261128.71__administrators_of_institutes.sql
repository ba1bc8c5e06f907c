-- Which account was made an administrator of which institute. Names and addresses are in Keycloak alone.
create table institute_administrator (
    id            uuid primary key,
    institute_id  varchar(9) not null references institute (id),
    -- Keycloak's id of the person's account.
    account_id    uuid not null,
    version       bigint not null check (version > 0),
    status        varchar(10) not null check (status in ('ACTIVE', 'REMOVED')),
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    unique (institute_id, account_id)
);

-- What Keycloak is being told, until it is known that it has done it; and when the person was invited and got a mail.
create table institute_administrator_task (
    institute_id  varchar(9) not null references institute (id),
    account_id    uuid not null,
    task          varchar(10) check (task in ('GRANT', 'REVOKE')),
    since         timestamptz,
    invited_at    timestamptz,
    mailed_at     timestamptz,
    check ((task is null) = (since is null)),
    -- Serves the number of an institute's invitations of a day, too.
    primary key (institute_id, account_id)
);
-- Serves the sweep for what was left half way.
create index institute_administrator_task_open on institute_administrator_task (since) where task is not null;
