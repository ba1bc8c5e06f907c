-- The ceremony at which a convention was to be signed; null where there was none.
alter table convention add column signature_proposal jsonb;
