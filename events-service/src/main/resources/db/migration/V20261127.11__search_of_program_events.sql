-- Search looks at search_document now, which holds more than this did.
alter table program_event drop column search_text;
-- All events have to be put there: the next start does so.
update search_rules set version = 0;

alter table program_event
    add column lat double precision generated always as (cast(details #>> '{venue,lat}' as double precision)) stored,
    add column lon double precision generated always as (cast(details #>> '{venue,lon}' as double precision)) stored;

-- Serves the list of what is held near a place.
create index program_event_by_place on program_event (lat, lon) where lat is not null;
-- Serves the list of one way of taking part.
create index program_event_by_attendance on program_event (attendance, start_at, id);
