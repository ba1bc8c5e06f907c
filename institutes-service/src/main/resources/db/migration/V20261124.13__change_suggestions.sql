-- Changes of institutes that somebody proposes who may not make them, and what became of them.
create table change_suggestion (
    id              uuid primary key,
    institute_id    varchar(9) not null references institute (id),
    -- The version of the institute that the proposer saw.
    base_version    bigint not null check (base_version > 0),
    -- A merge patch; its values in the form in which the institute would have them.
    patch           jsonb not null check (jsonb_typeof(patch) = 'object'),
    comment         text,
    status          varchar(20) not null check (status in ('PENDING', 'APPLIED', 'DISCARDED', 'WITHDRAWN')),
    proposer_sub    text not null,
    proposer_name   text not null,
    reviewer_sub    text,
    reviewer_name   text,
    reason          text check (status <> 'DISCARDED' or reason is not null),
    applied_version bigint,
    version         bigint not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    check ((status = 'APPLIED') = (applied_version is not null)),
    check ((status in ('APPLIED', 'DISCARDED')) = (reviewer_sub is not null)),
    check ((reviewer_sub is null) = (reviewer_name is null))
);

-- Serves the whole list.
create index change_suggestion_by_time on change_suggestion (created_at, id);
-- Serves the list of one status: what waits for a review.
create index change_suggestion_by_status on change_suggestion (status, created_at, id);
-- Serves the list of one institute, and what its administrators see.
create index change_suggestion_by_institute on change_suggestion (institute_id, created_at, id);
-- Serves a proposer's own, and how many it made within a day.
create index change_suggestion_by_proposer on change_suggestion (proposer_sub, created_at, id);
-- Serves how many of a proposer's wait for a review, in all and of one institute.
create index change_suggestion_pending on change_suggestion (proposer_sub, institute_id) where status = 'PENDING';
