-- A mail that could not be sent is kept, so that somebody can see to it. It is erased with its person.
alter table mail
    add column written_at  timestamptz not null default now(),
    add column given_up_at timestamptz,
    -- Why the last attempt failed, a class and a code of SMTP: nothing personal.
    add column failure     varchar(200);

-- Serves the look for the next mail to be sent.
drop index mail_by_time;
create index mail_by_time on mail (send_at) where given_up_at is null;
-- Serves the count of those that are given up.
create index mail_given_up on mail (given_up_at) where given_up_at is not null;
-- Serves the erasure of those about a person, and the question whether an earlier one is to be sent first.
drop index mail_by_record;
create index mail_by_record on mail (about, id);
