-- The agendas of program events.
create table program_event_session (
    id          uuid primary key,
    event_id    uuid not null references program_event (id),
    -- What was written, wall times and zone among it; read and written whole.
    details     jsonb not null,
    -- By the time rules of when it was written: the order of the agenda, nothing else.
    start_at    timestamptz not null,
    version     bigint not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);
-- Serves an event's agenda in the order of time.
create index program_event_session_by_start on program_event_session (event_id, start_at, id);
