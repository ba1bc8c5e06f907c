-- What search looks at: one document per record, its names one by one, and the words that occur.

create extension if not exists pg_trgm;

create table search_document (
    id      text primary key,
    -- Every word, A of shown and short names, B of other names, C of places, D of ids and domains.
    words   tsvector not null,
    -- The names in the form of SearchText, for the boost of a name that is the query.
    names   text[] not null,
    -- Where the record is, in the form of SearchText and every language that is known.
    places  text[] not null,
    -- Of what was indexed: a change that search does not see costs nothing.
    digest  text not null
) with (fillfactor = 90);
-- Serves q, suggest and match: records that have words, or words with a beginning.
create index search_document_by_word on search_document using gin (words) with (fastupdate = off);

create table search_name (
    id          text not null,
    -- SHOWN, OTHER, SHORT; KEY for what names in other languages and scripts share; ID for ids and domains, as they are.
    kind        varchar(10) not null,
    name        text not null,
    -- How likely somebody means this record, to rank what little has been typed.
    prominence  smallint not null,
    primary key (id, kind, name)
);
-- Serves exact names: matches and duplicates.
create index search_name_exact on search_name (name, kind);
-- Serves suggest: names that begin with what was typed.
create index search_name_by_beginning on search_name (name text_pattern_ops) where kind not in ('KEY', 'ID');
-- Serve suggest while little has been typed: the most prominent names that begin with one, two or three letters.
create index search_name_by_first_letter on search_name (left(name, 1), prominence desc) where kind not in ('KEY', 'ID');
create index search_name_by_two_letters on search_name (left(name, 2), prominence desc) where kind not in ('KEY', 'ID');
create index search_name_by_three_letters on search_name (left(name, 3), prominence desc) where kind not in ('KEY', 'ID');
-- Serves q when words do not help any more, and near names: names with the same trigrams.
create index search_name_by_trigram on search_name using gin (name gin_trgm_ops) where kind not in ('KEY', 'ID');

-- The words of names and places, and what is left of each without one letter: two words that differ by a letter share it.
create table search_word (
    word  text primary key
);
create table search_word_form (
    form  text not null,
    word  text not null,
    -- Serves the correction of a word with a typing error.
    primary key (form, word)
);

-- By which rules the documents were made; when the code has newer ones, everything is indexed anew at the start.
create table search_rules (
    singleton  boolean primary key default true check (singleton),
    version    integer not null default 0
);
insert into search_rules default values;
