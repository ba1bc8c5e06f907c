-- The change, of this or another service, that a change follows from; null where somebody asked for it.
alter table change_log add column causation_id text;
