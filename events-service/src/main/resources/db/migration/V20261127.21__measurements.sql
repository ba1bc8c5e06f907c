create extension if not exists btree_gist;

create table measurement (
    id              uuid primary key,
    programme_id    uuid not null references programme (id),
    indicator       varchar(40) not null,
    institute_id    varchar(9) not null,
    -- Of the institute when it was reported, so that a report of the past does not change when an institute moves.
    region          varchar(5) not null,
    period_from     date not null,
    period_to       date not null check (period_to >= period_from),
    value           numeric not null check (scale(value) <= 6 and abs(value) < 1000000000000000000),
    source          text not null,
    method          text not null,
    evidence_url    text,
    state           varchar(12) not null check (state in ('REPORTED', 'VERIFIED', 'DISPUTED', 'SUPERSEDED')),
    dispute_reason  text,
    -- What it puts right, and what puts it right: the new one is written after the old one is out of the way.
    corrects        uuid unique references measurement (id) check (corrects <> id),
    corrected_by    uuid references measurement (id) deferrable initially deferred,
    -- Since when it is what: what counted at any time follows from these alone. There is no way back from a state.
    reported_at     timestamptz not null,
    verified_at     timestamptz check (verified_at >= reported_at),
    disputed_at     timestamptz check (disputed_at >= reported_at),
    superseded_at   timestamptz check (superseded_at >= reported_at),
    sample          boolean not null,
    version         bigint not null,
    updated_at      timestamptz not null,
    check (state <> 'VERIFIED' or verified_at is not null),
    check (state <> 'DISPUTED' or (disputed_at is not null and dispute_reason is not null)),
    check ((state = 'SUPERSEDED') = (superseded_at is not null and corrected_by is not null)),
    -- One counts per indicator, institute and period. Serves the search for what a new one would overlap with, too.
    constraint measurement_counts_once exclude using gist (
        programme_id with =, indicator with =, institute_id with =, daterange(period_from, period_to, '[]') with &&
    ) where (superseded_at is null)
);

-- Serves progress: one scan of the index, without the table, per programme and indicator.
create index measurement_figures on measurement (programme_id, indicator)
    include (institute_id, region, period_to, value, reported_at, verified_at, disputed_at, superseded_at);
-- Serves the list in its usual order, by period.
create index measurement_by_period on measurement (programme_id, period_from, id);
-- Serves the list sorted by when they were reported: what waits to be verified.
create index measurement_by_report on measurement (programme_id, reported_at, id);
-- Serves the list of one institute's measurements.
create index measurement_by_institute on measurement (programme_id, institute_id, period_from, id);
