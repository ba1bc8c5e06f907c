-- Whose an address is: without what follows a plus. Limits go by it; erased with the address.
alter table registration add column mailbox varchar(254);
update registration set mailbox = regexp_replace(address, '^([^+]+)[+][^@]*@', '\1@') where address is not null;
alter table registration add check ((address is null) = (mailbox is null));
-- Serves the question how often registrations of a mailbox came to nothing at an event.
create index registration_ended on registration (program_event_id, mailbox) where state in ('DECLINED', 'CANCELLED');

-- The days for which mails are counted. Once a day's salt is deleted, nobody can tell whose its digests were.
create table anonymous_mail_day (
    day   date primary key,
    salt  uuid not null default gen_random_uuid()
);
-- How many mails callers without an account caused that day to a mailbox, over all events.
create table anonymous_mail (
    day      date not null references anonymous_mail_day (day) on delete cascade,
    -- SHA-256 of the day's salt and the mailbox.
    mailbox  bytea not null,
    mails    integer not null check (mails > 0),
    primary key (day, mailbox)
);
