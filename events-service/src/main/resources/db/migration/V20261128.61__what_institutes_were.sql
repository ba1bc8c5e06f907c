-- Institutes by version, as far as figures of the past need them: where they were, and what they were merged into.
create table institute_past (
    id            varchar(9) not null,
    version       bigint not null,
    region        varchar(5) not null,
    successor_id  varchar(9),
    updated_at    timestamptz not null,
    -- Serves the last version of an institute until an instant, too.
    primary key (id, version)
);
-- Serves the search for institutes that were merged.
create index institute_past_merged on institute_past (id) where successor_id is not null;

-- Where those known so far were before is not known: as far as one knows they were always there, and merged today.
insert into institute_past (id, version, region, updated_at)
select id, 0, region, '-infinity' from institute_copy;
insert into institute_past (id, version, region, successor_id, updated_at)
select id, version, region, successor_id, now() from institute_copy where successor_id is not null;
