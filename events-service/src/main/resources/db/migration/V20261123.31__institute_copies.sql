-- What this service's rules need of the institutes, which institutes-service owns; kept up to date over Kafka.
create table institute_copy (
    id          varchar(9) primary key,
    kind        varchar(20) not null,
    status      varchar(20) not null,
    names       jsonb not null,
    region      varchar(5) not null,
    -- Of the record at its owner: an older message than this has no effect.
    version     bigint not null
);
