-- Serves the figures of program events: the events that have ever been of a programme.
create index change_log_events_of_programmes on change_log ((state ->> 'programmeId'), subject_id)
    where subject_type = 'PROGRAM_EVENT';
-- Serves the figure of attendances: the registrations for an event that have ever been checked in.
create index change_log_check_ins on change_log ((state ->> 'programEventId'), subject_id)
    where subject_type = 'REGISTRATION' and state ->> 'checkedInAt' is not null;
-- Serves the tree of programmes of the past: those that have ever been a part of one.
create index change_log_parts_of_programmes on change_log ((state ->> 'parentId'), subject_id)
    where subject_type = 'PROGRAMME';
