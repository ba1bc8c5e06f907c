-- Imports of institutes: what each did, and the lines that it refused.

create table institute_import_run (
    id            uuid primary key,
    status        varchar(20) not null check (status in ('RUNNING', 'COMPLETED', 'FAILED', 'ABORTED')),
    dry_run       boolean not null,
    confirmed     boolean not null,
    content_type  text not null,
    lines_read    bigint not null default 0,
    bytes_read    bigint not null default 0,
    created       bigint not null default 0,
    updated       bigint not null default 0,
    unchanged     bigint not null default 0,
    rejected      bigint not null default 0,
    -- Why it failed.
    detail        text,
    actor_sub     text,
    actor_name    text not null,
    started_at    timestamptz not null default clock_timestamp(),
    -- Moves on every second while the run lives.
    updated_at    timestamptz not null default clock_timestamp(),
    finished_at   timestamptz
);
-- One at a time, whatever two requests do at once. The list, newest first, goes along the primary key: ids sort by time.
create unique index institute_import_one_running on institute_import_run (status) where status = 'RUNNING';

create table institute_import_line (
    run_id  uuid not null references institute_import_run (id),
    line    bigint not null,
    errors  jsonb not null,
    -- Serves the lines of a run, in their order.
    primary key (run_id, line)
);
