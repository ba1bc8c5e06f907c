create extension if not exists pg_trgm;

create table program_event (
    id                  uuid primary key,
    type                varchar(30) not null,
    status              varchar(20) not null check (status in ('DRAFT', 'PUBLISHED', 'POSTPONED', 'CANCELLED', 'COMPLETED')),
    -- Why it is postponed or cancelled.
    status_reason       text,
    -- Local wall time and zone are what was agreed; the instants follow from them by the rules of that tzdb version.
    start_local         varchar(16) not null check (start_local ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
    end_local           varchar(16) not null check (end_local ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}$'),
    zone                varchar(60) not null,
    tzdb                varchar(20) not null,
    start_at            timestamptz not null,
    end_at              timestamptz not null check (end_at > start_at),
    attendance          varchar(10) not null check (attendance in ('ON_SITE', 'ONLINE', 'MIXED')),
    region              varchar(5) check (region ~ '^MA-(0[1-9]|1[0-2])$'),
    host_institute_ids  varchar(9)[] not null check (cardinality(host_institute_ids) > 0),
    languages           varchar(35)[] not null,
    -- Titles, descriptions, venue and what else is read and written whole.
    details             jsonb not null,
    search_text         text not null,
    sample              boolean not null,
    -- Counts the changes of time, place or status that a calendar must notice; a draft is in no calendar.
    sequence            integer not null check (sequence >= 0 and (status <> 'DRAFT' or sequence = 0)),
    version             bigint not null,
    created_at          timestamptz not null,
    updated_at          timestamptz not null
);

-- Serves the list in its usual order, from and to, and the calendar feed.
create index program_event_by_start on program_event (start_at, id);
-- Serves the list sorted by change.
create index program_event_by_change on program_event (updated_at, id);
-- Serves the list of one status.
create index program_event_by_status on program_event (status, start_at, id);
-- Serves the list of one type.
create index program_event_by_type on program_event (type, start_at, id);
-- Serves the list of one region; what is held online has none.
create index program_event_by_region on program_event (region, start_at, id) where region is not null;
-- Serves the events of an institute, and the drafts that its administrators see.
create index program_event_by_host on program_event using gin (host_institute_ids);
create index program_event_by_language on program_event using gin (languages);
-- Serves q: words anywhere in the titles, the place and the id.
create index program_event_by_text on program_event using gin (search_text gin_trgm_ops);
