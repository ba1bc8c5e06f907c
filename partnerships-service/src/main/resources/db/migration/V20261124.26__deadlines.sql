-- The days that matter for conventions: written anew from what is known whenever a convention changes.
create table deadline (
    convention_id  varchar(36) not null references convention (id),
    kind           varchar(30) not null,
    -- Which of several of one kind: of an obligation, its key; of a reminder, how many days before the end.
    key            varchar(60) not null,
    -- Who must do something by then; null for all.
    party_key      varchar(40),
    due            date not null,
    -- The first day on which it has its effect; null where nothing follows from it.
    acts_on        date,
    -- For the scheduler alone.
    internal       boolean not null,
    primary key (convention_id, kind, key)
);

-- Serves the scheduler: what is due.
create index deadline_by_effect on deadline (acts_on) where acts_on is not null;
-- Serves GET /v1/deadlines: what is due next.
create index deadline_by_day on deadline (due, convention_id, kind, key) where not internal;

-- Conventions of which the scheduler could not carry out what is due, until it can or they change.
create table deadline_failure (
    convention_id  varchar(36) primary key references convention (id),
    attempts       integer not null check (attempts > 0),
    again_at       timestamptz not null,
    reason         text not null
);

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
