-- The managed vocabularies; which there are is the service's to say.
create table vocabulary_term (
    vocabulary   varchar(40) not null,
    term         varchar(60) not null check (term ~ '^[a-z0-9]+(-[a-z0-9]+){0,9}$'),
    labels       jsonb not null,
    -- Term and labels as search sees them.
    search_text  text not null,
    retired      boolean not null default false,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    -- Serves the list of a vocabulary, and the check of terms.
    primary key (vocabulary, term)
);
-- Serves the search for terms: q, and the terms close to one that is none.
create index vocabulary_term_by_text on vocabulary_term using gin (search_text gin_trgm_ops);

-- Names, operators and sectors as search sees them.
alter table institute_solution add column search_text text not null default '';
alter table institute_solution add column sector_key text not null default '';
alter table institute_infrastructure add column search_text text not null default '';
update institute_solution set sector_key = lower(sector),
    search_text = lower(sector || ' ' || jsonb_path_query_array(names, '$[*].value')::text);
update institute_infrastructure set search_text = lower(name || ' ' || operator);
-- Serves q in the network's solutions.
create index institute_solution_by_text on institute_solution using gin (search_text gin_trgm_ops);
-- Serves the network's solutions of one sector, deployed in a country, or in a language.
create index institute_solution_by_sector on institute_solution (sector_key, id);
create index institute_solution_by_country on institute_solution using gin (deployed_in);
create index institute_solution_by_language on institute_solution using gin (languages);
-- Serves q in the network's infrastructure.
create index institute_infrastructure_by_text on institute_infrastructure using gin (search_text gin_trgm_ops);

-- Serves the tree as it was: whose record ever named one of these as its parent.
create index change_log_by_parent on change_log ((state ->> 'parentId'), subject_id) where subject_type = 'INSTITUTE';
