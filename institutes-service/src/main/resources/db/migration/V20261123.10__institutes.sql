create extension if not exists pg_trgm;

create table institute (
    id            varchar(9) primary key check (id ~ '^j[0-9a-hjkmnp-tv-z]{6}[0-9]{2}$'),
    kind          varchar(20) not null,
    status        varchar(20) not null,
    parent_id     varchar(9) references institute (id) check (parent_id <> id),
    region        varchar(5) not null check (region ~ '^MA-(0[1-9]|1[0-2])$'),
    missions      varchar(20)[] not null check (cardinality(missions) > 0),
    focus_areas   varchar(60)[] not null,
    -- Names, place, links and what else is read and written whole.
    details       jsonb not null,
    search_text   text not null,
    sample        boolean not null,
    version       bigint not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    check ((kind = 'ROOT') = (parent_id is null) or kind <> 'ROOT' and status in ('DRAFT', 'PENDING', 'REJECTED'))
);

-- Exactly one ROOT, whatever two requests do at once; a rejected one does not count.
create unique index institute_one_root on institute (kind) where kind = 'ROOT' and status <> 'REJECTED';
-- Serves the list sorted by change.
create index institute_by_change on institute (updated_at, id);
-- Serves the list of one status, and the public list.
create index institute_by_status on institute (status, id);
create index institute_by_region on institute (region, id);
-- Serves the children of an institute: the tree, and the check before one is closed.
create index institute_by_parent on institute (parent_id, id);
create index institute_by_mission on institute using gin (missions);
create index institute_by_focus_area on institute using gin (focus_areas);
-- Serves q: words anywhere in the names, the place, the domains and the id.
create index institute_by_text on institute using gin (search_text gin_trgm_ops);
