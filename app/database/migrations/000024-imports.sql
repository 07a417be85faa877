-- Files that staff bring: received row by row, checked without changing anything, then applied. Both are done in batches that
-- mark their rows in the transaction that does the work, so a worker that dies leaves nothing half done and nothing done twice.
create table imports (
  id bigint generated always as identity primary key,
  -- Of the request that sent the file.
  key uuid not null unique,
  kind text not null check (kind in ('products', 'stock', 'customers', 'orders')),
  file_name text not null,
  state text not null check (state in ('receiving', 'checking', 'checked', 'applying', 'done', 'cancelled')),
  -- Columns of the file that we know, in its order; the cells of a row stand in the same order.
  columns text[] not null default '{}',
  total_rows integer not null default 0,
  -- true: rows with problems are left out when it is applied.
  skips_problems boolean not null default false,
  staff_id bigint not null references staff (id),
  locked_until timestamptz,
  created_at timestamptz not null default shop_now(),
  finished_at timestamptz
);
create index imports_at_work on imports (id) where state in ('receiving', 'checking', 'applying');

create table import_rows (
  import_id bigint not null references imports (id) on delete cascade,
  -- Of the file, the header being line 1; a row that spans several begins there.
  line integer not null,
  cells jsonb not null,
  -- Rows that are one thing together: the variants of a product, the lines of an order.
  group_key text not null,
  -- What may stand in one row only, like a SKU.
  unique_key text,
  -- null until checked: what applying it would do.
  outcome text check (outcome in ('created', 'changed', 'unchanged', 'refused')),
  -- null until applied: what it did.
  applied_outcome text check (applied_outcome in ('created', 'changed', 'unchanged', 'refused')),
  -- Array of { column, code, value }; empty when nothing is wrong.
  problems jsonb not null default '[]',
  primary key (import_id, line)
);
create index import_rows_group_key on import_rows (import_id, group_key);
create index import_rows_unique_key on import_rows (import_id, unique_key) where unique_key is not null;
