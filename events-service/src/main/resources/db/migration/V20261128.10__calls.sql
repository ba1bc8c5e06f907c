-- What a call seeks, as a column to filter by.
alter table program_event add column seeks varchar(20) generated always as (details #>> '{call,seeks}') stored;
alter table program_event add constraint program_event_call check (type = 'CALL' or details -> 'call' is null);

-- Serves the list of calls that are open or will be, and those that close next.
create index program_event_calls on program_event (end_at, id) where type = 'CALL' and status in ('PUBLISHED', 'COMPLETED');
-- Serves the list of calls for one thing.
create index program_event_by_seeks on program_event (seeks, start_at, id) where seeks is not null;
-- Serves the list sorted by end.
create index program_event_by_end on program_event (end_at, id);
