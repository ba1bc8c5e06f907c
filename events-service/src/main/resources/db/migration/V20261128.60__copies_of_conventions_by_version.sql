-- A convention was what each of its versions says from its own time on: a figure as of an instant takes the last one until
-- then, so that one signed late, ended today or South-South since today changes no report of before.
alter table convention_copy add column updated_at timestamptz;
-- When those known so far became what they are is not known: they count from the day on which they came into force.
update convention_copy set updated_at = coalesce(in_force_since::timestamp at time zone 'UTC', '-infinity');
alter table convention_copy alter column updated_at set not null;
-- Serves the last version of each convention until an instant, too.
alter table convention_copy drop constraint convention_copy_pkey, add primary key (id, version);
-- Served the figure when there was one row for each convention.
drop index convention_copy_in_force;
