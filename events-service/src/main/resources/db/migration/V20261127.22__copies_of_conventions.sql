-- What this service's figures need of the conventions, which partnerships-service owns; kept up to date over Kafka.
create table convention_copy (
    id              uuid primary key,
    status          varchar(20) not null,
    south_south     boolean not null,
    in_force_since  date,
    ended_on        date,
    -- The first institute that is party to it.
    institute_id    varchar(9),
    -- Of the record at its owner: an older message than this has no effect.
    version         bigint not null
);

-- Serves the figure of conventions in force at a day.
create index convention_copy_in_force on convention_copy (in_force_since) where in_force_since is not null;
