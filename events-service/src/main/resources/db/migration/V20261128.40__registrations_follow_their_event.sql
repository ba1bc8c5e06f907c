-- How long personal data is kept where one registers no more: as long as was said last.
alter table registration_desk add column retention_days integer;
update registration_desk desk set retention_days = coalesce(
    (event.details #>> '{registration,retentionDays}')::integer, 180)
    from program_event event where event.id = desk.program_event_id;
alter table registration_desk alter column retention_days set not null;

-- Whether the event is cancelled, so that its registrations are to end.
alter table registration_desk add column is_cancelled boolean not null default false;
update registration_desk desk set is_cancelled = true
    from program_event event where event.id = desk.program_event_id and event.status = 'CANCELLED';
alter table registration_desk alter column is_cancelled drop default;
-- Serves the look for registrations that are to end with their event.
create index registration_desk_to_end on registration_desk (program_event_id)
    where is_cancelled and confirmed + offered + waiting + pending > 0;

-- Until when it is left alone, since it could not be brought up to date; null for most.
alter table registration_desk add column again_at timestamptz;

-- The persons of postponed events are kept for them, for a year after the old end at least.
update registration_desk desk set erase_after = event.end_at + greatest(desk.retention_days, 365) * interval '24 hours'
    from program_event event where event.id = desk.program_event_id and event.status = 'POSTPONED';
