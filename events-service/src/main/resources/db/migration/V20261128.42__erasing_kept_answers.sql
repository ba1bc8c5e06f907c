-- Serves the erasure of answers that tell of a person: a registration begins with {"id":" and its id.
create index idempotency_key_by_record on idempotency_key ((substring(body from 8 for 36)));
