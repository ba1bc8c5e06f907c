-- What is annexed to a convention: written once, never changed. Its digest is part of what parties agree on.
create table attachment (
    id                varchar(36) primary key
                      check (id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'),
    convention_id     varchar(36) not null references convention (id),
    name              varchar(200) not null check (name <> '' and name !~ '[/\\[:cntrl:]]'),
    media_type        varchar(20) not null check (media_type in (
                          'application/pdf', 'image/png', 'image/jpeg', 'image/tiff', 'image/webp')),
    size              integer not null check (size between 1 and 20971520),
    digest            varchar(64) not null check (digest ~ '^[0-9a-f]{64}$'),
    visibility        varchar(10) not null check (visibility in ('PUBLIC', 'PRIVATE')),
    purpose           varchar(10) not null check (purpose in ('ANNEX', 'SCAN', 'EVIDENCE')),
    uploaded_at       timestamptz not null,
    -- The party that it was uploaded for, as TYPE:id; null where the network administrator did it for nobody.
    uploaded_party    varchar(40) check (uploaded_party ~ '^(INSTITUTE|PARTNER):'),
    uploaded_by_sub   text not null,
    uploaded_by_name  text not null
);
-- Serves the attachments of conventions, and the sum that limits them.
create index attachment_by_convention on attachment (convention_id, id);

-- The bytes, in pieces, so that nobody holds them all at once. They are written before the attachment, whose size and
-- digest are known only then.
create table attachment_chunk (
    attachment_id  varchar(36) not null references attachment (id) deferrable initially deferred,
    number         integer not null check (number between 0 and 79),
    bytes          bytea not null check (octet_length(bytes) between 1 and 262144),
    primary key (attachment_id, number)
);
-- Documents and images are compressed as they come.
alter table attachment_chunk alter column bytes set storage external;

create function refuse_incomplete_attachment() returns trigger language plpgsql as $$
begin
    if (select count(*) <> coalesce(max(number), -1) + 1 or coalesce(sum(octet_length(bytes)), 0) <> new.size
        from attachment_chunk where attachment_id = new.id) then
        raise exception 'the pieces of attachment % are not as many bytes as it has', new.id;
    end if;
    return new;
end
$$;

create trigger attachment_is_complete
    before insert on attachment for each row execute function refuse_incomplete_attachment();

create function refuse_more_of_attachment() returns trigger language plpgsql as $$
begin
    if exists (select from attachment where id = new.attachment_id) then
        raise exception 'attachment % is complete', new.attachment_id;
    end if;
    return new;
end
$$;

create trigger attachment_chunk_comes_before_its_attachment
    before insert on attachment_chunk for each row execute function refuse_more_of_attachment();

create function refuse_change_of_attachment() returns trigger language plpgsql as $$
begin
    raise exception 'an attachment never changes';
end
$$;

create trigger attachment_never_changes
    before update or delete or truncate on attachment
    for each statement execute function refuse_change_of_attachment();

create trigger attachment_chunk_never_changes
    before update or delete or truncate on attachment_chunk
    for each statement execute function refuse_change_of_attachment();
