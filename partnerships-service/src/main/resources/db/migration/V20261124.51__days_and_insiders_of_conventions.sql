-- The day that a document writes as ISO 8601. Null for years that nobody means.
create function day_of(iso text) returns date language sql immutable strict parallel safe
    return case when iso ~ '^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$'
                then make_date(left(iso, 4)::integer, substr(iso, 6, 2)::integer, right(iso, 2)::integer) end;

-- What the documents say, where lists and statistics look for it.
alter table convention
    add column effective_from  date generated always as (day_of(agreement ->> 'effectiveFrom')) stored,
    add column effective_to    date generated always as (day_of(agreement ->> 'effectiveTo')) stored,
    add column in_force_since  date generated always as (day_of(course ->> 'inForceSince')) stored,
    -- As far as is known today: of the end of its term, of a notice, and of its end, what comes first.
    add column last_day        date generated always as (least(
                                   day_of(course ->> 'endsOn'), day_of(course #>> '{notice,terminatesOn}') - 1,
                                   day_of(course ->> 'endedOn') - 1)) stored,
    -- For the order alone: what has no end ends last.
    add column sort_end        date not null generated always as (coalesce(day_of(course ->> 'endsOn'), '9999-12-31')) stored;

-- The parties and those that an amendment would bring in, TYPE:id; and who is awaited to do what, ACT TYPE:id.
alter table convention
    add column insider_keys  varchar(40)[] not null default '{}',
    add column awaited_acts  varchar(70)[] not null default '{}';

update convention set insider_keys = array(
    select key from unnest(party_keys) as key
    union select p #>> '{party,type}' || ':' || (p #>> '{party,id}')
    from jsonb_array_elements(amendment -> 'agreement' -> 'parties') as p);

with party (id, key, decides, signs) as (
    select id, p #>> '{party,type}' || ':' || (p #>> '{party,id}'),
           jsonb_exists_any(p -> 'roles', array['PARTY', 'SIGNATORY']), jsonb_exists(p -> 'roles', 'SIGNATORY')
    from convention cross join jsonb_array_elements(agreement -> 'parties') as p
), invited (id, key, decides) as (
    select id, p #>> '{party,type}' || ':' || (p #>> '{party,id}'),
           jsonb_exists_any(p -> 'roles', array['PARTY', 'SIGNATORY'])
    from convention cross join jsonb_array_elements(amendment -> 'agreement' -> 'parties') as p
), said (id, act, key) as (
    select id, 'APPROVE', p #>> '{party,type}' || ':' || (p #>> '{party,id}')
    from convention cross join jsonb_array_elements(coalesce(amendment, jsonb_build_object('assent', assent)) #> '{assent,approvals}') as p
    union all select id, 'SIGN', p #>> '{party,type}' || ':' || (p #>> '{party,id}')
    from convention cross join jsonb_array_elements(assent -> 'signatures') as p
    union all select id, 'CONSENT_TO_' || (p ->> 'to'), p #>> '{party,type}' || ':' || (p #>> '{party,id}')
    from convention cross join jsonb_array_elements(consents) as p
), turn (id, act, key) as (
    select id, 'PROPOSE', owner_key from convention where status = 'DRAFT'
    union select id, 'APPROVE', key from party join convention using (id) where decides and (status = 'PROPOSED' or amendment is not null)
    union select id, 'APPROVE', key from invited where decides
    union select id, 'SIGN', key from party join convention using (id) where signs and status = 'APPROVED'
    union select id, act, party.key from party join convention using (id)
          join (select distinct id, act from said where act like 'CONSENT%') asked using (id)
          where decides and (status = 'IN_FORCE' or status = 'SUSPENDED' and act = 'CONSENT_TO_TERMINATION')
), awaited (id, acts) as (
    select id, array_agg(act || ' ' || key order by act, key) from turn
    where not exists (select from said where (said.id, said.act, said.key) = (turn.id, turn.act, turn.key)) group by id
)
update convention set awaited_acts = awaited.acts from awaited where awaited.id = convention.id;

alter table convention alter column insider_keys drop default, alter column awaited_acts drop default;

-- Serves what a caller may see of conventions that are not public, and the statistics of what waits in its own.
create index convention_by_insider on convention using gin (insider_keys);
-- Serves the list of conventions that wait for a party.
create index convention_by_awaited on convention using gin (awaited_acts);
-- Serves the list sorted by end.
create index convention_by_end on convention (sort_end, id);
-- Serves statistics of a time: what entered into force then.
create index convention_by_beginning on convention (in_force_since, id) where in_force_since is not null;
