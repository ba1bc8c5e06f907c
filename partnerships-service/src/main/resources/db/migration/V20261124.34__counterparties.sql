-- Scripted partners of a sandbox, with the keys that they sign with; empty everywhere else.
create table counterparty (
    partner_id  varchar(9) primary key references partner (id),
    behaviour   varchar(20) not null,
    -- JSON Web Key with its private part: it signs nothing but practice.
    key         text not null,
    created_at  timestamptz not null
);

-- What they did, and what they were answered.
create table counterparty_act (
    partner_id     varchar(9) not null references counterparty (partner_id),
    number         integer generated always as identity,
    convention_id  varchar(36) not null,
    revision       integer not null,
    act            varchar(30) not null,
    at             timestamptz not null,
    status         integer not null,
    answer         text not null,
    primary key (partner_id, number)
);
-- Serves the question whether it has acted on a text already.
create index counterparty_act_by_text on counterparty_act (partner_id, convention_id, revision, act);
