-- A partner that was merged is its successor now: what names the old id follows by this column.
alter table partner add column successor_id varchar(9) references partner (id) check (successor_id <> id);
alter table partner add constraint partner_merged_has_successor check ((status = 'MERGED') = (successor_id is not null));
-- Serves the partners that have become part of one: what its systems act for.
create index partner_by_successor on partner (successor_id) where successor_id is not null;
