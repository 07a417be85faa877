-- The queue before the orders of one sale: its last number, how far it has been called, how fast, and who may change that.
create table waiting_rooms (
  sale_id bigint primary key references sales (id),
  -- open: people are called; paused: nobody is; closed: nobody waits.
  state text not null default 'open' check (state in ('open', 'paused', 'closed')),
  -- Counts the changes of staff.
  version integer not null default 1,
  -- Decides the places of those who come before the opening. Its SHA-256 is public from the first ticket on, itself from the opening on.
  secret bytea not null check (octet_length(secret) = 32),
  last_number bigint not null default 0,
  -- Numbers drawn before the opening, whose places are drawn by lot; null: not opened yet.
  early_count bigint check (early_count between 0 and last_number),
  -- Places up to this one have been called.
  serving bigint not null default 0 check (serving between 0 and last_number),
  -- The part of a call that the last decision left over.
  credit double precision not null default 0,
  -- People a second who shall come to the checkout.
  rate_per_second double precision not null,
  -- Calls a second, smoothed; waiting times are told by it.
  calls_per_second double precision not null,
  -- The rate that was too much last; null: none yet.
  knee_per_second double precision,
  floor_per_second double precision not null check (floor_per_second > 0),
  ceiling_per_second double precision not null check (ceiling_per_second >= floor_per_second),
  -- What placing an order may take at the 95th percentile.
  target_ms integer not null check (target_ms > 0),
  -- Counts decisions: of two made from one state one is written.
  decision bigint not null default 0,
  decided_at timestamptz not null default shop_now(),
  lowered_at timestamptz
);

-- One place per visitor and sale.
create table waiting_room_tickets (
  sale_id bigint not null references waiting_rooms (sale_id),
  -- SHA-256 of the visitor's cookie.
  visitor_hash bytea not null,
  number bigint not null,
  primary key (sale_id, visitor_hash),
  unique (sale_id, number)
);

-- When places were called, one row per decision that called some.
create table waiting_room_calls (
  sale_id bigint not null references waiting_rooms (sale_id),
  serving bigint not null,
  called_at timestamptz not null default shop_now(),
  primary key (sale_id, serving)
);
create index waiting_room_calls_called_at on waiting_room_calls (sale_id, called_at);

create table waiting_room_passes (
  id bigint generated always as identity primary key,
  sale_id bigint not null references waiting_rooms (sale_id),
  number bigint not null,
  place bigint not null,
  issued_at timestamptz not null default shop_now(),
  expires_at timestamptz not null,
  unique (sale_id, number)
);
create index waiting_room_passes_place on waiting_room_passes (sale_id, place);

-- A pass places one order.
create table waiting_room_orders (
  pass_id bigint primary key references waiting_room_passes (id),
  order_id bigint not null references orders (id)
);
create index waiting_room_orders_order_id on waiting_room_orders (order_id);

-- What the checkouts of one api process took lately; one row per process.
create table waiting_room_reports (
  process_id uuid primary key,
  reported_at timestamptz not null default shop_now(),
  placed integer not null check (placed >= 0),
  failed integer not null check (failed >= 0),
  p95_ms integer not null check (p95_ms >= 0)
);

-- Pages say where a room stands: they follow its making and what staff do with it (000038), not each of its decisions.
insert into shown_tables (name) values ('waiting_rooms');
create trigger waiting_rooms_mark_shown after insert or update of state on waiting_rooms
  for each statement execute function mark_shown_table();
