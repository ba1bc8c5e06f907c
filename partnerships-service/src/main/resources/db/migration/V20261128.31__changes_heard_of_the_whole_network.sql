-- The changes of all services as they were heard over Kafka, for webhooks: queues are filled from here, and replays.
create table heard_change (
    id               uuid primary key,
    -- Rising in the order of commit, because it is drawn under the lock of heard_clock; null while an earlier change of
    -- the record has not arrived.
    ordinal          bigint unique,
    -- Its place in the network's order of changes.
    seq              bigint not null,
    source           text not null,
    type             text not null,
    subject_type     text not null,
    subject_id       text not null,
    subject_version  bigint not null,
    at               timestamptz not null,
    -- Who may see it, as TYPE:id; null for everybody.
    audience         text[],
    -- The item of the change feed, as it is delivered.
    body             text not null,
    heard_at         timestamptz not null
);
-- Serves the look for changes that wait for an earlier one.
create index heard_change_waiting on heard_change (subject_type, subject_id, subject_version) where ordinal is null;
-- Serves the look for where a replay begins.
create index heard_change_by_place on heard_change (seq, source);
create index heard_change_by_time on heard_change (at);
-- Serves the removal of what is not kept any more.
create index heard_change_by_age on heard_change (heard_at);

create table heard_clock (
    singleton          boolean primary key default true check (singleton),
    last_ordinal       bigint not null default 0,
    -- The latest place in the network's order that was removed; what is asked for from before it may not be complete.
    forgotten_through  bigint not null default 0,
    forgotten_until    timestamptz
);
insert into heard_clock default values;

-- Through which version the changes of each record have arrived, whatever topic they came by.
create table heard_subject (
    subject_type  text not null,
    subject_id    text not null,
    version       bigint not null,
    primary key (subject_type, subject_id)
);

-- Where the change log of each source stands: another epoch after it was restored.
create table heard_source (
    source  text primary key,
    epoch   text not null
);
