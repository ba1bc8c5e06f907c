-- An institute that was merged is its successor now: what names the old id follows by this column, and stops to when the
-- merge is taken back.
alter table institute_copy add column successor_id varchar(9) check (successor_id <> id);
-- Serves the institutes that have become part of one: what its administrators act for, and the conventions of a party.
create index institute_copy_by_successor on institute_copy (successor_id) where successor_id is not null;
