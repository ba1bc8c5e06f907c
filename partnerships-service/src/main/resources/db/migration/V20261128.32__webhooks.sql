-- Where systems of partners want to be told of changes.
create table webhook (
    id               uuid primary key,
    partner_id       varchar(9) not null references partner (id),
    version          bigint not null check (version > 0),
    status           varchar(10) not null check (status in ('ACTIVE', 'DISABLED', 'DELETED')),
    -- Why it is disabled.
    reason           text,
    url              varchar(2000) not null,
    description      varchar(200),
    -- What it is told of; an empty filter lets all pass.
    types            text[] not null,
    subject_types    text[] not null,
    subject_ids      text[] not null,
    signature        varchar(10) not null check (signature in ('HMAC', 'ED25519')),
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    -- What was heard up to here stands in its queue, was delivered, or did not pass its filters.
    position         bigint not null,
    -- Since when no attempt has succeeded, and when the last one failed.
    failing_since    timestamptz,
    last_failure_at  timestamptz,
    -- Its receiver asked for a pause until then.
    paused_until     timestamptz
);
-- Serves the list of a partner's webhooks and their number.
create index webhook_of_partner on webhook (partner_id, id) where status <> 'DELETED';
-- Serves the look for webhooks that have not got all that was heard.
create index webhook_behind on webhook (position) where status = 'ACTIVE';

-- What messages are signed with: the current key, and earlier ones until receivers have changed over.
create table webhook_key (
    webhook_id   uuid not null references webhook (id),
    number       integer not null,
    -- The secret of HMAC, or the private key of Ed25519.
    secret       bytea not null,
    public_key   bytea,
    created_at   timestamptz not null,
    -- Null for the current one.
    valid_until  timestamptz,
    primary key (webhook_id, number)
);

-- Each webhook's queue and its log in one: what is to be delivered to it, and what became of it.
create table webhook_delivery (
    webhook_id       uuid not null references webhook (id),
    -- The webhook-id header: the id of the change, or of the ping.
    message_id       uuid not null,
    type             text not null,
    subject_type     text not null,
    subject_id       text not null,
    subject_version  bigint not null,
    -- Null for a change, whose body is in heard_change.
    body             text,
    status           varchar(10) not null check (status in ('PENDING', 'DELIVERED', 'GIVEN_UP', 'DROPPED')),
    -- Failed attempts since it was queued, and attempts ever.
    failures         integer not null default 0,
    attempts         integer not null default 0,
    -- When it is tried next; null while an earlier change of its record is to be delivered first.
    due_at           timestamptz,
    -- A replica is on it until then; if that dies, it is due again.
    claimed_until    timestamptz,
    queued_at        timestamptz not null,
    finished_at      timestamptz,
    primary key (webhook_id, message_id),
    check ((status = 'PENDING') = (finished_at is null))
);
-- Serves the look for what is due.
create index webhook_delivery_due on webhook_delivery (webhook_id, due_at, message_id)
    where status = 'PENDING' and due_at is not null;
-- Serves the order of a record's changes, and the length of a queue.
create index webhook_delivery_of_subject on webhook_delivery (webhook_id, subject_type, subject_id, subject_version)
    where status = 'PENDING';
-- Serves the count of what is on its way to one receiver.
create index webhook_delivery_claimed on webhook_delivery (webhook_id, claimed_until) where claimed_until is not null;
-- Serves the log, the latest first.
create index webhook_delivery_log on webhook_delivery (webhook_id, queued_at desc, message_id desc);
-- Serves the removal of what is not kept any more, and the age of the oldest that waits.
create index webhook_delivery_by_end on webhook_delivery (finished_at) where finished_at is not null;
create index webhook_delivery_waiting on webhook_delivery (queued_at) where status = 'PENDING';
-- Serves the check whether a heard change is still to be delivered to anybody.
create index webhook_delivery_of_message on webhook_delivery (message_id) where status = 'PENDING';

create table webhook_attempt (
    webhook_id   uuid not null,
    message_id   uuid not null,
    number       integer not null,
    at           timestamptz not null,
    -- The HTTP status; null if there was no answer.
    status       integer,
    duration_ms  bigint not null,
    error        text,
    primary key (webhook_id, message_id, number),
    foreign key (webhook_id, message_id) references webhook_delivery (webhook_id, message_id) on delete cascade
);

-- The last replay that each webhook was asked for.
create table webhook_replay (
    webhook_id        uuid primary key references webhook (id),
    id                uuid not null,
    after_seq         bigint,
    after_source      text,
    from_at           timestamptz,
    to_at             timestamptz,
    undelivered_only  boolean not null,
    -- It goes over what was heard from here to there.
    position          bigint not null,
    until_ordinal     bigint not null,
    queued            bigint not null default 0,
    created_at        timestamptz not null,
    finished_at       timestamptz
);
-- Serves the look for replays that are not finished.
create index webhook_replay_running on webhook_replay (created_at) where finished_at is null;
