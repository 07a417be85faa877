-- People and orders of the shop we had before. Nothing here moves stock or money, and nothing here names a person: that is in
-- customers alone, so that an account that is erased is erased here too.
create table imported_customers (
  legacy_id text primary key,
  customer_id bigint not null references customers (id),
  import_id bigint references imports (id) on delete set null
);
create index imported_customers_customer_id on imported_customers (customer_id);

create table imported_orders (
  id bigint generated always as identity primary key,
  -- As the old shop called it; people still have it on paper.
  legacy_number text not null unique,
  -- null when the old shop kept no number of a mobile phone.
  customer_id bigint references customers (id),
  state text not null check (state in ('delivered', 'cancelled', 'returned')),
  placed_at timestamptz not null,
  total_paisa bigint not null check (total_paisa >= 0),
  -- Array of { sku, name, quantity, unitPricePaisa }, as they were then.
  lines jsonb not null,
  import_id bigint references imports (id) on delete set null
);
create index imported_orders_customer_id on imported_orders (customer_id, placed_at desc) where customer_id is not null;
create index imported_orders_placed_at on imported_orders (placed_at desc, id desc);
