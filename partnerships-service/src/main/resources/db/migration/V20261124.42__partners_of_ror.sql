-- Where the values of a partner come from, field by field; empty for a partner that ROR says nothing of.
alter table partner add column provenance jsonb not null default '{}';
alter table partner alter column provenance drop default;

-- What ROR says of partners, as of the last record of each that was imported.
create table partner_ror (
    ror_id       text primary key,
    -- One record, one partner: two records that are one organisation are merged here, or at ROR. Serves a partner's record.
    partner_id   varchar(9) not null unique references partner (id),
    -- When the record was last changed at ROR. An older one never takes the place of a newer one.
    record_date  date not null,
    fields       jsonb not null,
    -- Of the fields: a record that says the same costs one look.
    digest       text not null,
    -- The fields that an administrator has written otherwise than ROR.
    differing    text[] not null
);
-- Serves the report of differences, in the order of the partners.
create index partner_ror_differing on partner_ror (partner_id) where differing <> '{}';
