-- What the record's document holds, as columns to filter by.
alter table program_event add column programme_id varchar(36) generated always as (details ->> 'programmeId') stored;

-- Serves the fingerprint of the network's calendar feed without reading the events.
create index program_event_published on program_event (start_at, id) include (version, host_institute_ids)
    where status <> 'DRAFT';
-- Serves the Atom feed: the published events that were changed last.
create index program_event_published_by_change on program_event (updated_at, id) include (version, host_institute_ids)
    where status <> 'DRAFT';
-- Serves the calendar feed and the list of one programme.
create index program_event_by_programme on program_event (programme_id, start_at, id) where programme_id is not null;
