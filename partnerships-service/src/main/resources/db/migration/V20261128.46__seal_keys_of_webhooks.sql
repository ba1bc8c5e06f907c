-- What messages are signed with lies sealed in the database. Sealing takes a key that the database does not have: what
-- stands here already is sealed when the service starts.
alter table webhook_key alter column secret type text using encode(secret, 'base64');
alter table webhook_key rename column secret to sealed_secret;
-- The id of the key that it was sealed with; null while it is not sealed.
alter table webhook_key add column sealed_by varchar(40);
