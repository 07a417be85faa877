-- The chain over the audit log. The worker seals committed entries in the order of their ids, so writers never wait for each
-- other; a seal holds the hash of its entry, its place and the seal before it.
create table audit_seals (
  position bigint primary key check (position > 0),
  entry_id bigint not null unique references audit_entries (id),
  hash bytea not null check (length(hash) = 32)
);
create trigger audit_seals_append_only before update or delete on audit_seals
  for each row execute function refuse_change();
-- Rows are guarded one by one; a truncate would pass them by.
create trigger audit_seals_no_truncate before truncate on audit_seals
  for each statement execute function refuse_change();
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_change();

-- What the last check of the whole chain found; one row.
create table audit_checks (
  is_only boolean primary key default true check (is_only),
  checked_at timestamptz not null,
  sealed_count bigint not null,
  last_hash bytea,
  -- null: whole.
  problem text
);
