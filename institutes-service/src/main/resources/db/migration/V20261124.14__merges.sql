-- What each merge of two institutes did, for as long as it may be taken back and for the record after that.
create table institute_merge (
    id             uuid primary key,
    source_id      varchar(9) not null references institute (id),
    successor_id   varchar(9) not null references institute (id) check (successor_id <> source_id),
    -- What the source was, and is again if the merge is taken back.
    source_status  varchar(20) not null check (source_status in ('ACTIVE', 'SUSPENDED')),
    merged_at      timestamptz not null,
    merged_by      text not null,
    -- What was moved, added and dropped, row by row.
    effects        jsonb not null,
    undone_at      timestamptz check (undone_at >= merged_at)
);
-- Serves the merge that made a record what it is; keeps one in force for each.
create unique index institute_merge_in_force on institute_merge (source_id) where undone_at is null;
