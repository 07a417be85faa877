-- Parcels booked with couriers, and what couriers say they have collected.
create table courier_bookings (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  courier text not null check (courier in ('pathao', 'steadfast')),
  -- merchant_order_id or invoice: our name for the parcel at the courier, never used twice.
  reference text not null unique,
  state text not null default 'queued' check (state in ('queued', 'sending', 'booked', 'unknown', 'refused', 'ended')),
  weight_grams integer not null check (weight_grams between 500 and 10000),
  collect_paisa bigint not null check (collect_paisa >= 0),
  -- null until the courier has told them; Steadfast never tells the id of a booking it did not answer.
  consignment_id text,
  tracking_code text,
  fee_paisa bigint check (fee_paisa >= 0),
  -- The courier's own word, and ours for it.
  courier_status text,
  parcel_state text check (parcel_state in ('waiting', 'moving', 'delivered', 'partly_delivered', 'failed', 'returning', 'cancelled')),
  -- Why it was refused, is unknown or ended: a code, never a name, phone or address.
  reason text,
  -- Named by a webhook for a booking nobody answered; believed only after the courier was asked.
  hinted_consignment text,
  tries integer not null default 0,
  -- When the worker looks at it next; null: not by itself.
  next_look_at timestamptz default shop_now(),
  looked_at timestamptz,
  booked_by bigint references staff (id),
  created_at timestamptz not null default shop_now(),
  updated_at timestamptz not null default shop_now(),
  version integer not null default 1
);
-- One parcel of an order is on its way at a time: a second booking waits until the first has ended.
create unique index courier_bookings_one_alive on courier_bookings (order_id)
  where state in ('queued', 'sending', 'booked', 'unknown');
create index courier_bookings_due on courier_bookings (courier, next_look_at) where next_look_at is not null;
create unique index courier_bookings_consignment on courier_bookings (courier, consignment_id) where consignment_id is not null;
create index courier_bookings_order on courier_bookings (order_id);

create table courier_settlements (
  id bigint generated always as identity primary key,
  courier text not null check (courier in ('pathao', 'steadfast')),
  -- SHA-256 of the file: the same file again is the same settlement.
  content_hash bytea not null,
  file_name text not null check (length(file_name) between 1 and 200),
  row_count integer not null,
  collected_paisa bigint not null,
  fee_paisa bigint not null,
  imported_by bigint not null references staff (id),
  imported_at timestamptz not null default shop_now(),
  unique (courier, content_hash)
);

create table courier_settlement_rows (
  settlement_id bigint not null references courier_settlements (id),
  line integer not null,
  parcel text not null,
  booking_id bigint references courier_bookings (id),
  collected_paisa bigint not null,
  fee_paisa bigint not null,
  expected_paisa bigint,
  verdict text not null check (verdict in ('right', 'short', 'over', 'unknown_parcel', 'double', 'not_delivered')),
  primary key (settlement_id, line)
);
create index courier_settlement_rows_booking on courier_settlement_rows (booking_id);
