-- Cash on delivery that waits for its code holds stock as an unpaid order does, and for as long.
alter table orders drop constraint orders_state_check;
alter table orders add constraint orders_state_check check (state in (
  'pending_payment', 'pending_confirmation', 'confirmed', 'packed', 'shipped', 'delivered',
  'expired', 'cancelled', 'delivery_failed', 'return_requested', 'returned'));
alter table orders drop constraint orders_check1;
alter table orders add constraint orders_waiting_holds
  check ((state in ('pending_payment', 'pending_confirmation')) = (hold_expires_at is not null));
alter table orders
  -- Counts every change of the row; what staff send names the version they looked at.
  add column version integer not null default 1,
  -- Everything else is paid online as a whole.
  add constraint orders_advance_on_delivery check (advance_paisa = 0 or payment_method = 'cash_on_delivery');
-- Staff look at what is still to be done; delivered, cancelled, expired and returned orders are most of the table.
create index orders_open on orders (state, id)
  where state not in ('delivered', 'cancelled', 'expired', 'returned');
create index orders_customer_name on orders using gin (customer_name gin_trgm_ops);
create index order_lines_sku on order_lines (sku);
create index order_lines_variant_id on order_lines (variant_id);

alter table order_transitions
  -- Who did it, when it was one of the staff.
  add column staff_id bigint references staff (id);

-- What identifies one unit of a category: nothing, the maker's serial number, or the IMEI of a phone.
alter table categories add column unit_identity text not null default 'none'
  check (unit_identity in ('none', 'serial', 'imei'));

-- Which very units went out with an order.
create table order_units (
  id bigint generated always as identity primary key,
  order_id bigint not null,
  variant_id bigint not null,
  kind text not null check (kind in ('serial', 'imei')),
  -- IMEI: fifteen digits; serial: capitals without spaces.
  identity text not null,
  recorded_at timestamptz not null default shop_now(),
  -- When it came back; after that it may be sold again.
  returned_at timestamptz,
  foreign key (order_id, variant_id) references order_lines (order_id, variant_id)
);
create unique index order_units_sold_once on order_units (identity) where returned_at is null;
create index order_units_order_id on order_units (order_id, variant_id);
create index order_units_identity on order_units (identity);

-- One row per handing over to a courier: an order that could not be delivered may be shipped again.
create table shipments (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  courier text not null check (courier in ('pathao', 'steadfast', 'redx', 'own', 'other')),
  tracking_number text,
  shipped_at timestamptz not null default shop_now()
);
create index shipments_order_id on shipments (order_id, id);
create unique index shipments_tracking_number on shipments (courier, tracking_number) where tracking_number is not null;

create table order_notes (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  staff_id bigint not null references staff (id),
  key uuid not null,
  text text not null,
  noted_at timestamptz not null default shop_now(),
  unique (order_id, key)
);

create table order_returns (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  -- The same key returns the first request.
  key uuid not null unique,
  state text not null check (state in ('requested', 'approved', 'refused', 'received')),
  requested_by text not null check (requested_by in ('shopper', 'staff')),
  reason text not null check (reason in ('defective', 'wrong_item', 'not_as_described', 'changed_mind', 'other')),
  note text,
  -- Told to the shopper when refused.
  decision_note text,
  -- What is to be given back for the units that arrived; null until then.
  refund_paisa bigint check (refund_paisa >= 0),
  version integer not null default 1,
  requested_at timestamptz not null default shop_now(),
  decided_at timestamptz,
  received_at timestamptz
);
create index order_returns_order_id on order_returns (order_id, id);
create index order_returns_open on order_returns (state, id) where state in ('requested', 'approved');
-- One at a time: what may still be returned is what earlier ones left.
create unique index order_returns_one_open on order_returns (order_id) where state in ('requested', 'approved');

create table order_return_lines (
  return_id bigint not null references order_returns (id),
  variant_id bigint not null references variants (id),
  quantity integer not null check (quantity > 0),
  -- How many of them arrived and could be sold again, and how many arrived and could not.
  restocked integer not null default 0 check (restocked >= 0),
  written_off integer not null default 0 check (written_off >= 0),
  primary key (return_id, variant_id),
  check (restocked + written_off <= quantity)
);
