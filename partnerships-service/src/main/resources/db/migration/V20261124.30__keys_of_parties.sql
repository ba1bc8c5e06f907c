-- The sets of keys that parties have published to sign with.
create table party_keys (
    -- TYPE:id, as conventions name parties.
    party_key   varchar(40) primary key check (party_key ~ '^(INSTITUTE:j|PARTNER:p)[0-9a-hjkmnp-tv-z]{6}[0-9]{2}$'),
    -- The party's public id, by which the change log names the set.
    id          varchar(9) not null unique generated always as (split_part(party_key, ':', 2)) stored,
    version     bigint not null check (version > 0),
    updated_at  timestamptz not null
);

-- Each key that was ever published: whoever verifies an old signature needs the key of its day.
create table party_key (
    party_key   varchar(40) not null references party_keys (party_key),
    kid         varchar(200) not null check (kid ~ '^[A-Za-z0-9._~:@=-]+$'),
    jwk         jsonb not null,
    alg         varchar(10) not null,
    valid_from  timestamptz not null,
    -- Null while it is current.
    valid_to    timestamptz check (valid_to >= valid_from),
    primary key (party_key, kid),
    check ((jwk ->> 'kid') is not distinct from kid and (jwk ->> 'alg') is not distinct from alg),
    check ((alg, coalesce(jwk ->> 'kty', '')) in (('ES256', 'EC'), ('EdDSA', 'OKP'), ('PS256', 'RSA'))),
    check (not jsonb_exists_any(jwk, array['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']))
);

create function refuse_change_of_party_key() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.valid_to is null and new.valid_to is not null
            and (new.party_key, new.kid, new.jwk, new.alg, new.valid_from)
                = (old.party_key, old.kid, old.jwk, old.alg, old.valid_from) then
            return new;
        end if;
    end if;
    raise exception 'a key that was published is retired once, and never changes otherwise';
end
$$;

create trigger party_key_never_changes
    before update or delete on party_key for each row execute function refuse_change_of_party_key();

create trigger party_key_is_never_emptied
    before truncate on party_key for each statement execute function refuse_change_of_party_key();
