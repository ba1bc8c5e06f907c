-- The places of a program event that one registers for; locked by whoever changes a registration.
create table registration_desk (
    program_event_id  uuid primary key references program_event (id),
    -- Null for as many as come.
    capacity          integer check (capacity > 0),
    confirmed         integer not null check (confirmed >= 0),
    offered           integer not null check (offered >= 0),
    waiting           integer not null check (waiting >= 0),
    pending           integer not null check (pending >= 0),
    -- The place in the order of joining of whoever came last.
    last_number       bigint not null check (last_number >= 0),
    -- When what is personal is no longer kept.
    erase_after       timestamptz not null,
    check (capacity is null or confirmed + offered <= capacity)
);
-- Serves the look for what is to be erased.
create index registration_desk_by_erasure on registration_desk (erase_after);

create table registration (
    id                uuid primary key,
    program_event_id  uuid not null references registration_desk (program_event_id),
    number            bigint not null,
    state             varchar(10) not null
        check (state in ('CONFIRMED', 'PENDING', 'WAITING', 'OFFERED', 'DECLINED', 'CANCELLED')),
    cause             varchar(20),
    -- All that is personal; null once it is erased.
    person            jsonb,
    address           varchar(254),
    offer_expires_at  timestamptz,
    checked_in_at     timestamptz,
    erased_at         timestamptz,
    version           bigint not null,
    created_at        timestamptz not null,
    updated_at        timestamptz not null,
    -- Serves the list of the organiser, too.
    unique (program_event_id, number),
    check ((state = 'OFFERED') = (offer_expires_at is not null)),
    check ((erased_at is null) = (person is not null) and (erased_at is null) = (address is not null))
);
-- No address has two places at an event; serves the question whether it has one.
create unique index registration_once on registration (program_event_id, address)
    where state not in ('DECLINED', 'CANCELLED');
-- Serves the queue: who is the first to wait, and how many are ahead.
create index registration_queue on registration (program_event_id, number) where state = 'WAITING';
-- Serves the look for offers that were not taken in time.
create index registration_offers on registration (offer_expires_at) where state = 'OFFERED';
-- Serves the erasure of what is no longer to be kept.
create index registration_unerased on registration (program_event_id, number) where erased_at is null;

-- Mails until they are sent or given up.
create table mail (
    id         uuid primary key,
    -- The record that it tells of: erased with it.
    about      uuid not null,
    recipient  varchar(254) not null,
    subject    text not null,
    body       text not null,
    attempts   integer not null default 0,
    send_at    timestamptz not null
);
-- Serves the look for mails to be sent.
create index mail_by_time on mail (send_at);
-- Serves the erasure of those about a person.
create index mail_by_record on mail (about);

-- The library's own table; see https://github.com/kagkarlsson/db-scheduler.
create table scheduled_tasks (
    task_name             text not null,
    task_instance         text not null,
    task_data             bytea,
    execution_time        timestamptz,
    picked                boolean not null,
    picked_by             text,
    last_success          timestamptz,
    last_failure          timestamptz,
    consecutive_failures  integer,
    last_heartbeat        timestamptz,
    version               bigint not null,
    priority              smallint,
    state                 text,
    primary key (task_name, task_instance)
);
-- Serve the library's look for what is due, and for what died while it ran.
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
