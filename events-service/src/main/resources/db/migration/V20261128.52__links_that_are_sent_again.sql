-- When the link of a registration was last sent to somebody who asked for it again.
create table registration_link_sent (
    registration_id  uuid primary key references registration (id),
    sent_at          timestamptz not null
);
-- Serves the search for the registration whose link is asked for, over or not.
create index registration_by_address on registration (program_event_id, address, number);
