create extension if not exists pg_trgm;

create table partner (
    id            varchar(9) primary key check (id ~ '^p[0-9a-hjkmnp-tv-z]{6}[0-9]{2}$'),
    type          varchar(20) not null,
    status        varchar(20) not null,
    country       varchar(2) not null check (country ~ '^[A-Z]{2}$'),
    -- Names, place, links and what else is read and written whole.
    details       jsonb not null,
    search_text   text not null,
    sample        boolean not null,
    version       bigint not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);

-- Serves the list sorted by change.
create index partner_by_change on partner (updated_at, id);
-- Serve the lists of one type, one country and one status.
create index partner_by_type on partner (type, id);
create index partner_by_country on partner (country, id);
create index partner_by_status on partner (status, id);
-- Serves q: words anywhere in the names, the place, the domains and the id.
create index partner_by_text on partner using gin (search_text gin_trgm_ops);
