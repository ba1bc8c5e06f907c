-- What those who registered for an event are still to be told of it; told in the order of joining, some at a time.
create table event_news (
    program_event_id  uuid not null references registration_desk (program_event_id),
    -- Of the event, and the event as it was then.
    version           bigint not null,
    event             jsonb not null,
    -- The places in the order of joining after which, and until which, somebody is to be told. Who came later knew.
    after_number      bigint not null,
    last_number       bigint not null,
    primary key (program_event_id, version)
);
