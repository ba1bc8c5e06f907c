-- Lists in the order of names. What stands here first is near enough until the record changes.
alter table partner add column sort_name text not null default '';
update partner set sort_name = lower(details #>> '{names,0,value}');
alter table partner alter column sort_name drop default;
-- Serves the list sorted by name.
create index partner_by_name on partner (sort_name, id);

-- The platform's search has taken its place; the service indexes what is there when it starts.
drop index partner_by_text;
alter table partner drop column search_text;
