-- The attachments as they are shown and logged with the convention; attachment holds the same, with their bytes.
alter table convention add column attachments jsonb not null default '[]';
