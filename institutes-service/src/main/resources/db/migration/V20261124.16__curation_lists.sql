-- The work lists of the network administrator. Each index holds the rows of one list alone, by the very condition that
-- the list's query has.

-- Serves pending-admissions.
create index institute_pending on institute (id) where status = 'PENDING';
-- Serves pending-admissions: when each was submitted.
create index change_log_of_submissions on change_log (subject_id, at) where type = 'institute.submitted';
-- Serves without-arabic-name.
create index institute_without_arabic_name on institute (updated_at, id)
    where status in ('DRAFT', 'PENDING', 'ACTIVE', 'SUSPENDED')
      and not jsonb_path_exists(details, '$.names[*] ? (@.lang like_regex "^ar(-|$)" && @.type != "FORMER")');
-- Serves without-place.
create index institute_without_place on institute (updated_at, id)
    where status in ('DRAFT', 'PENDING', 'ACTIVE', 'SUSPENDED') and details #>> '{location,city}' is null;
-- Serves stale.
create index institute_in_service_by_change on institute (updated_at, id) where status in ('ACTIVE', 'SUSPENDED');
