-- The whole record: what names it elsewhere, what it offers to the network, whom it is related to, and who followed it.

alter table institute add column successor_id varchar(9) references institute (id);
alter table institute add constraint institute_merged_into_another
    check ((status = 'MERGED') = (successor_id is not null) and successor_id <> id);
-- Serves the merged records of a successor.
create index institute_by_successor on institute (successor_id) where successor_id is not null;

-- Domains and ids in other registries, each held by one record; a record that is rejected or merged lets go of its own.
create table institute_key (
    kind          varchar(20) not null,
    value         text not null,
    institute_id  varchar(9) not null references institute (id),
    -- Serves the look-up of records by what names them elsewhere: imports, matches, the check of uniqueness.
    primary key (kind, value)
);
-- Serves the change of a record's keys.
create index institute_key_by_institute on institute_key (institute_id);

insert into institute_key (kind, value, institute_id)
select 'DOMAIN', domain, id from institute, jsonb_array_elements_text(details -> 'domains') as domain
where status not in ('REJECTED', 'MERGED') order by created_at
on conflict do nothing;
insert into institute_key (kind, value, institute_id)
select e ->> 'scheme', e ->> 'value', id from institute, jsonb_array_elements(details -> 'externalIds') as e
where status not in ('REJECTED', 'MERGED') and e ->> 'scheme' in ('ROR', 'ISNI', 'WIKIDATA', 'GRID') order by created_at
on conflict do nothing;

-- What an institute offers. A part changes with its institute: every change of it is a version of the institute's record.
create table institute_competency (
    id            uuid primary key,
    institute_id  varchar(9) not null references institute (id),
    field         varchar(60) not null,
    level         varchar(20) not null check (level in ('RESEARCH', 'TEACHING', 'APPLIED')),
    people        integer not null check (people between 0 and 100000),
    version       bigint not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    -- Serves the competencies of an institute; keeps one entry per field and level.
    unique (institute_id, field, level)
);
-- Serves "who has what" and the totals by field.
create index institute_competency_by_field on institute_competency (field, level, institute_id) include (people);

create table institute_solution (
    id            uuid primary key,
    institute_id  varchar(9) not null references institute (id),
    names         jsonb not null,
    sector        varchar(100) not null,
    trl           integer not null check (trl between 1 and 9),
    url           text,
    languages     varchar(40)[] not null,
    deployed_in   varchar(2)[] not null,
    version       bigint not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null
);
-- Serves the solutions of an institute.
create index institute_solution_by_institute on institute_solution (institute_id, id);

create table institute_infrastructure (
    id                uuid primary key,
    institute_id      varchar(9) not null references institute (id),
    type              varchar(20) not null check (type in ('DATA_CENTRE', 'CLUSTER', 'CLOUD_REGION')),
    name              text not null,
    country           varchar(2) not null,
    operator          text not null,
    operator_country  varchar(2) not null,
    accelerators      integer not null check (accelerators >= 0),
    storage_tb        numeric(14, 3) not null check (storage_tb >= 0),
    -- In Morocco and run by a Moroccan operator.
    sovereign         boolean not null generated always as (country = 'MA' and operator_country = 'MA') stored,
    version           bigint not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);
-- Serves the infrastructure of an institute.
create index institute_infrastructure_by_institute on institute_infrastructure (institute_id, id);
-- Serves the search for infrastructure across the network.
create index institute_infrastructure_by_type on institute_infrastructure (type, id);

-- One row for each direction; both are written in one transaction.
create table institute_relationship (
    id            uuid primary key,
    institute_id  varchar(9) not null references institute (id),
    type          varchar(20) not null
                  check (type in ('FEDERATED_WITH', 'HOSTED_BY', 'HOSTS', 'PREDECESSOR', 'SUCCESSOR')),
    other_id      varchar(9) not null references institute (id) check (other_id <> institute_id),
    valid_from    date,
    valid_to      date check (valid_to >= valid_from),
    -- The same relationship as the other institute has it.
    inverse_id    uuid not null references institute_relationship (id) deferrable initially deferred,
    version       bigint not null,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    -- Serves the relationships of an institute; the same one does not stand twice with one beginning.
    unique nulls not distinct (institute_id, type, other_id, valid_from)
);
-- Serves the check before an institute is closed or merged: who is linked to it.
create index institute_relationship_by_other on institute_relationship (other_id);
