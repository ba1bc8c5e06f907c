-- The platform's search has taken its place; the service indexes what is there when it starts.
drop index convention_by_text;
alter table convention drop column search_text;
update search_rules set version = 0;
