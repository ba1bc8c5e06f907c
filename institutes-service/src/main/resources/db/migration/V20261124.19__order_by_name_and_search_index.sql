-- Lists in the order of names. What stands here first is near enough until the record changes or is indexed anew.
alter table institute add column sort_name text not null default '';
update institute set sort_name = lower(details #>> '{names,0,value}');
alter table institute alter column sort_name drop default;
-- Serves the list sorted by name.
create index institute_by_name on institute (sort_name, id);

-- The platform's search has taken its place.
drop index institute_by_text;
alter table institute drop column search_text;
