-- The files of program events. What the public knew of is never deleted: it is withdrawn.
create table program_event_file (
    id            varchar(36) primary key
                  check (id ~ '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$'),
    event_id      uuid not null references program_event (id),
    name          varchar(200) not null check (name <> '' and name !~ '[/\\[:cntrl:]]'),
    title         varchar(200) check (title <> ''),
    media_type    varchar(20) not null check (media_type in (
                      'application/pdf', 'image/png', 'image/jpeg', 'image/tiff', 'image/webp')),
    size          integer not null check (size between 1 and 20971520),
    digest        varchar(64) not null check (digest ~ '^[0-9a-f]{64}$'),
    uploaded_at   timestamptz not null,
    withdrawn_at  timestamptz
);
-- Serves the files of an event, and the sum that limits them.
create index program_event_file_by_event on program_event_file (event_id, id);

-- The bytes, in pieces, so that nobody holds them all at once. They are written before the file, whose size and digest
-- are known only then. The platform knows the table by this name and these columns, in every service that has files.
create table attachment_chunk (
    attachment_id  varchar(36) not null references program_event_file (id)
                   on delete cascade deferrable initially deferred,
    number         integer not null check (number between 0 and 79),
    bytes          bytea not null check (octet_length(bytes) between 1 and 262144),
    primary key (attachment_id, number)
);
-- Documents and images are compressed as they come.
alter table attachment_chunk alter column bytes set storage external;

create function refuse_incomplete_file() returns trigger language plpgsql as $$
begin
    if (select count(*) <> coalesce(max(number), -1) + 1 or coalesce(sum(octet_length(bytes)), 0) <> new.size
        from attachment_chunk where attachment_id = new.id) then
        raise exception 'the pieces of file % are not as many bytes as it has', new.id;
    end if;
    return new;
end
$$;

create trigger program_event_file_is_complete
    before insert on program_event_file for each row execute function refuse_incomplete_file();

create function refuse_more_of_file() returns trigger language plpgsql as $$
begin
    if exists (select from program_event_file where id = new.attachment_id) then
        raise exception 'file % is complete', new.attachment_id;
    end if;
    return new;
end
$$;

create trigger attachment_chunk_comes_before_its_file
    before insert on attachment_chunk for each row execute function refuse_more_of_file();

create function refuse_change_of_file() returns trigger language plpgsql as $$
begin
    raise exception 'a file never changes';
end
$$;

create function refuse_change_but_withdrawal() returns trigger language plpgsql as $$
begin
    if old.withdrawn_at is not null or to_jsonb(old) - 'withdrawn_at' <> to_jsonb(new) - 'withdrawn_at' then
        raise exception 'a file never changes, but for being withdrawn once';
    end if;
    return new;
end
$$;

create trigger program_event_file_is_withdrawn_at_most
    before update on program_event_file for each row execute function refuse_change_but_withdrawal();

create function refuse_loss_of_published_file() returns trigger language plpgsql as $$
begin
    if not exists (select from program_event where id = old.event_id and status = 'DRAFT') then
        raise exception 'file % was public and is kept', old.id;
    end if;
    return old;
end
$$;

create trigger program_event_file_goes_with_drafts_alone
    before delete on program_event_file for each row execute function refuse_loss_of_published_file();

create trigger program_event_file_is_not_emptied
    before truncate on program_event_file for each statement execute function refuse_change_of_file();

create function refuse_loss_of_piece() returns trigger language plpgsql as $$
begin
    if exists (select from program_event_file where id = old.attachment_id) then
        raise exception 'a piece goes with its file alone';
    end if;
    return old;
end
$$;

create trigger attachment_chunk_goes_with_its_file
    before delete on attachment_chunk for each row execute function refuse_loss_of_piece();

create trigger attachment_chunk_never_changes
    before update or truncate on attachment_chunk
    for each statement execute function refuse_change_of_file();
