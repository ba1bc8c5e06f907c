-- What the parties say to the text that counts, an amendment that is under negotiation, the course since it is in force,
-- consents to what takes the word of all, and what has become of the obligations. All are read and written whole.
alter table convention
    add column latest_revision   integer not null default 1 check (latest_revision >= revision),
    add column assent            jsonb not null default '{"approvals": [], "signatures": []}',
    add column amendment         jsonb,
    add column course            jsonb not null default '{"renewals": 0}',
    add column consents          jsonb not null default '[]',
    add column obligation_facts  jsonb not null default '[]',
    add column health            varchar(20);

alter table convention drop constraint convention_check; -- proposed_revision <= revision
alter table convention drop constraint convention_check3; -- what is proposed has a proposal
alter table convention drop constraint convention_check4; -- what came to nothing has none
alter table convention
    add constraint convention_proposal_is_the_latest check (proposed_revision <= latest_revision),
    add constraint convention_under_negotiation_has_a_proposal
        check (status not in ('PROPOSED', 'APPROVED', 'SIGNED') or proposed_revision = revision),
    add constraint convention_amendment_is_a_proposal
        check ((amendment is not null) = (status in ('IN_FORCE', 'SUSPENDED', 'TERMINATION_NOTICED')
            and proposed_revision is not null)),
    add constraint convention_that_came_to_nothing_has_no_proposal
        check (status not in ('DRAFT', 'REJECTED', 'WITHDRAWN', 'TERMINATED', 'EXPIRED') or proposed_revision is null),
    add constraint convention_in_force_has_a_text_in_force
        check ((status in ('IN_FORCE', 'SUSPENDED', 'TERMINATION_NOTICED')) = (in_force_revision is not null)),
    add constraint convention_in_force_shows_the_text_in_force
        check (in_force_revision is null or in_force_revision = revision);

-- Serves the list of conventions whose obligations are in trouble.
create index convention_by_health on convention (health, id) where health is not null;

-- What became of each text: the text itself never changes, what was said to it and its state do.
alter table convention_revision
    add column south_south    boolean not null default false,
    add column state          varchar(20) not null default 'PROPOSED' check (state in (
                                  'PROPOSED', 'SUPERSEDED', 'REJECTED', 'WITHDRAWN', 'AGREED', 'IN_FORCE', 'REPLACED', 'ENDED')),
    add column assent         jsonb not null default '{"approvals": [], "signatures": []}',
    add column in_force_to    date;

-- At most one text is in force and at most one is before the parties.
create unique index convention_revision_in_force on convention_revision (convention_id) where state = 'IN_FORCE';
create unique index convention_revision_proposed on convention_revision (convention_id) where state in ('PROPOSED', 'AGREED');

drop trigger convention_revision_never_changes on convention_revision;

create or replace function refuse_change_of_revision() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and (old.convention_id, old.number, old.canonical, old.digest, old.proposed_at)
            is not distinct from (new.convention_id, new.number, new.canonical, new.digest, new.proposed_at) then
        return new;
    end if;
    raise exception 'a revision of a convention never changes';
end
$$;

create trigger convention_revision_never_changes
    before update or delete on convention_revision
    for each row execute function refuse_change_of_revision();

create trigger convention_revision_is_never_emptied
    before truncate on convention_revision
    for each statement execute function refuse_change_of_revision();

-- By how many days the clock is moved that the dates of agreements are compared with, where a sandbox lets it be moved.
create table moved_clock (
    only_row  boolean primary key default true check (only_row),
    days      integer not null check (days between 0 and 36500)
);
insert into moved_clock (days) values (0);
