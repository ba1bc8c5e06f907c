-- What makes events a series: those that have it in common.
alter table program_event add column series_id uuid;
-- Serves the list of one series.
create index program_event_by_series on program_event (series_id, start_at, id) where series_id is not null;
