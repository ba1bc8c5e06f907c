-- The number in a convention's code, one line for all years: a gap says nothing, and no draft waits for another.
create sequence convention_number;

create table convention (
    id                 varchar(36) primary key
                       check (id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'),
    code               varchar(20) not null unique check (code ~ '^CNV-[0-9]{4}-[0-9]{5,}$'),
    status             varchar(20) not null check (status in (
                           'DRAFT', 'PROPOSED', 'APPROVED', 'SIGNED', 'IN_FORCE', 'SUSPENDED', 'TERMINATION_NOTICED',
                           'TERMINATED', 'EXPIRED', 'REJECTED', 'WITHDRAWN')),
    kind               varchar(20) not null,
    domains            varchar(30)[] not null,
    -- The owner and all parties as TYPE:id, which is also how tokens and audiences name them.
    owner_key          varchar(40) not null,
    party_keys         varchar(40)[] not null check (cardinality(party_keys) > 0),
    -- What the parties agree on, whole; and whom to write to, which is never published.
    agreement          jsonb not null,
    contacts           jsonb not null,
    south_south        boolean not null,
    revision           integer not null check (revision >= 1),
    digest             varchar(64) not null check (digest ~ '^[0-9a-f]{64}$'),
    proposed_revision  integer check (proposed_revision <= revision),
    in_force_revision  integer check (in_force_revision <= revision),
    search_text        text not null,
    sample             boolean not null,
    version            bigint not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    check (owner_key = any (party_keys)),
    check (status <> 'PROPOSED' or proposed_revision is not null),
    check (status not in ('DRAFT', 'REJECTED', 'WITHDRAWN') or proposed_revision is null)
);

-- Serves the list sorted by change.
create index convention_by_change on convention (updated_at, id);
-- Serves the list of one status, and the public list.
create index convention_by_status on convention (status, id);
create index convention_by_kind on convention (kind, id);
create index convention_by_domain on convention using gin (domains);
-- Serves the conventions of a party, and what a caller may see of those that are not public.
create index convention_by_party on convention using gin (party_keys);
-- Serves q: words anywhere in the titles and the code.
create index convention_by_text on convention using gin (search_text gin_trgm_ops);

-- Each text that was ever proposed, word for word as its digest was made.
create table convention_revision (
    convention_id  varchar(36) not null references convention (id),
    number         integer not null check (number >= 1),
    canonical      text not null,
    digest         varchar(64) not null,
    proposed_at    timestamptz not null,
    primary key (convention_id, number),
    check (digest = encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);

create function refuse_change_of_revision() returns trigger language plpgsql as $$
begin
    raise exception 'a revision of a convention never changes';
end
$$;

create trigger convention_revision_never_changes
    before update or delete or truncate on convention_revision
    for each statement execute function refuse_change_of_revision();
