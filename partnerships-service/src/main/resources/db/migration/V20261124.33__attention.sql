-- Which parties of a convention are not as they were when it was made: suspended, closed, merged.
alter table convention add column attention jsonb not null default '[]';
-- Serves the list of conventions that somebody must look at.
create index convention_with_attention on convention (id) where attention <> '[]';

-- Parties of whom there is news that their conventions have not heard of yet.
create table party_news (
    party_key  varchar(40) primary key,
    told_at    timestamptz not null
);
