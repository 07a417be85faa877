create table orders (
  id bigint generated always as identity primary key,
  -- What people read to each other on the phone: ten characters without look-alikes.
  number text not null unique,
  -- Opens the order for whoever holds it; 256 random bits, base64url.
  token text not null unique,
  cart_id bigint not null unique,
  idempotency_key uuid not null unique,
  -- SHA-256 of what was submitted: the same key with other content is refused.
  request_hash bytea not null,
  state text not null check (state in (
    'pending_payment', 'confirmed', 'packed', 'shipped', 'delivered',
    'expired', 'cancelled', 'delivery_failed', 'return_requested', 'returned')),
  payment_method text not null check (payment_method in ('cash_on_delivery', 'bkash', 'nagad', 'sslcommerz')),
  language text not null check (language in ('en', 'bn')),
  customer_name text not null,
  -- E.164, +8801XXXXXXXXX.
  customer_phone text not null,
  customer_email text,
  upazila_id bigint not null references upazilas (id),
  street_address text not null,
  delivery_note text,
  zone_code text not null,
  delivery_days_min integer not null,
  delivery_days_max integer not null,
  subtotal_paisa bigint not null check (subtotal_paisa > 0),
  delivery_fee_paisa bigint not null check (delivery_fee_paisa >= 0),
  total_paisa bigint not null check (total_paisa = subtotal_paisa + delivery_fee_paisa),
  -- VAT contained in the subtotal.
  vat_paisa bigint not null check (vat_paisa >= 0),
  -- While pending_payment: when the hold on its stock ends. null otherwise.
  hold_expires_at timestamptz,
  placed_at timestamptz not null default shop_now(),
  updated_at timestamptz not null default shop_now(),
  check ((state = 'pending_payment') = (hold_expires_at is not null))
);
create index orders_customer_phone on orders (customer_phone);
create index orders_hold_expires_at on orders (hold_expires_at) where hold_expires_at is not null;
create index orders_placed_at on orders (placed_at);

create table order_lines (
  order_id bigint not null references orders (id),
  variant_id bigint not null references variants (id),
  position integer not null,
  sku text not null,
  product_slug text not null,
  name_en text not null,
  name_bn text not null,
  options jsonb not null,
  picture_id text,
  warranty_months integer not null,
  unit_price_paisa bigint not null check (unit_price_paisa > 0),
  quantity integer not null check (quantity > 0),
  vat_paisa bigint not null check (vat_paisa >= 0),
  primary key (order_id, variant_id)
);

-- Append-only history of every order; the first row has no from_state.
create table order_transitions (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  from_state text,
  to_state text not null,
  cause text not null,
  changed_at timestamptz not null default shop_now()
);
create index order_transitions_order_id on order_transitions (order_id, id);
create trigger order_transitions_append_only before update or delete on order_transitions
  for each row execute function refuse_change();

alter table stock_movements add foreign key (order_id) references orders (id);

-- One row per attempt to pay online. Cash on delivery has none.
create table payments (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  method text not null check (method in ('bkash', 'nagad', 'sslcommerz')),
  -- The provider's own id of the payment; a repeated message about it finds the first row.
  provider_reference text not null,
  amount_paisa bigint not null check (amount_paisa > 0),
  -- refund_due: money arrived for an order that can no longer be fulfilled.
  state text not null check (state in ('accepted', 'refund_due')),
  received_at timestamptz not null default shop_now(),
  unique (method, provider_reference)
);
create index payments_order_id on payments (order_id);
create unique index payments_accepted_once on payments (order_id) where state = 'accepted';
