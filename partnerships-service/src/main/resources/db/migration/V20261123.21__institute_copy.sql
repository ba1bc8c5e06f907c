-- What the rules here need to know of institutes, as their service published it last. It comes from the
-- compacted topics. To fill it anew, empty the claims in inbox and reset the consumer group's offsets with it.
create table institute_copy (
    id       varchar(9) primary key check (id ~ '^j[0-9a-hjkmnp-tv-z]{6}[0-9]{2}$'),
    kind     varchar(20) not null,
    status   varchar(20) not null,
    names    jsonb not null,
    country  varchar(2),
    -- Of the record at its owner: an older message must not undo a newer one.
    version  bigint not null check (version > 0)
);
