-- Where an institute is, an ISO 3166-2 code. Of copies that are older it is null until the institute's next message, or
-- until its topic is read anew.
alter table institute_copy add column region varchar(6);
-- Serves the conventions and their statistics by the region of a party: the institutes that are there.
create index institute_copy_by_region on institute_copy (region, id) where region is not null;
