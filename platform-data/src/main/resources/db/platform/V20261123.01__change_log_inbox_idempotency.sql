-- What every service keeps beside its own tables: the log of its changes, which is outbox, history and feed at once.

create table change_log (
    position         bigint generated always as identity primary key,
    id               uuid not null unique,
    -- Bounds the sequencer's search for rows without a place, those that commit late among them.
    tx               xid8 not null default pg_current_xact_id(),
    type             text not null,
    subject_type     text not null,
    subject_id       text not null,
    subject_version  bigint not null,
    at               timestamptz not null,
    actor            text not null,
    -- The history entry in canonical JSON (RFC 8785), the text that the hash is over.
    entry            text not null,
    hash             text not null,
    -- The record after the change: what is public once the record is, and what never is (contacts).
    state            jsonb not null,
    private_part     jsonb,
    -- Who may see the change before the record is public, as TYPE:id; null for everybody.
    audience         text[],
    request_id       text,
    traceparent      text,
    -- Serves the history of a record and the look-up of its last entry; keeps two writers from one version.
    unique (subject_type, subject_id, subject_version)
);

-- Serves the sequencer, which looks for rows of transactions that were running when it last looked, or came later.
create index change_log_by_transaction on change_log (tx, position);

-- The place of each change in the network's order of changes: microseconds since 1970, made unique and rising.
create table change_sequence (
    seq       bigint primary key,
    position  bigint not null unique references change_log (position)
);

-- Where the sequencer stands. Nothing is ever placed at or before closed_through again.
create table change_clock (
    singleton       boolean primary key default true check (singleton),
    epoch           text not null default substr(md5(random()::text || clock_timestamp()::text), 1, 8),
    closed_through  bigint not null default 0,
    -- Whatever transactions before this one have written is placed.
    settled_before  xid8 not null default '0'
);
insert into change_clock default values;

-- How far the relay has published.
create table relay_position (
    singleton          boolean primary key default true check (singleton),
    published_through  bigint not null default 0
);
insert into relay_position default values;

-- Messages that have had their effect.
create table inbox (
    message_id   text primary key,
    received_at  timestamptz not null default now()
);
-- Serves the daily removal of claims older than Kafka could still repeat.
create index inbox_by_age on inbox (received_at);

-- Answers of POSTs that carried an Idempotency-Key, stored in the transaction of the write.
create table idempotency_key (
    caller       text not null,
    key          text not null,
    fingerprint  text not null,
    status       integer not null,
    headers      jsonb not null,
    body         bytea not null,
    created_at   timestamptz not null default now(),
    primary key (caller, key)
);
-- Serves the removal of keys past their 24 hours.
create index idempotency_key_by_age on idempotency_key (created_at);
