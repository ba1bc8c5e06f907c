create table programme (
    id                 uuid primary key,
    -- Also found by it; serves the list in its usual order, too.
    code               varchar(40) not null unique check (code ~ '^[A-Z0-9]+(-[A-Z0-9]+)*$'),
    status             varchar(20) not null check (status in ('PLANNED', 'ACTIVE', 'CLOSED')),
    -- Why it was closed or opened again.
    status_reason      text,
    parent_id          uuid references programme (id) check (parent_id <> id),
    lead_institute_id  varchar(9),
    from_date          date not null,
    to_date            date check (to_date >= from_date),
    titles             jsonb not null,
    -- Read and written whole, with the programme; what is measured of them has a table of its own.
    indicators         jsonb not null,
    search_text        text not null,
    sample             boolean not null,
    version            bigint not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null
);

-- Serves the programmes under one: the list by parent, and the tree that progress is summed over.
create index programme_by_parent on programme (parent_id) where parent_id is not null;
-- Serves the list sorted by change.
create index programme_by_change on programme (updated_at, id);
