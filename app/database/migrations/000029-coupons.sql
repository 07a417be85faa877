-- A code that shoppers enter in the cart. How often it was used is counted here, one order at a time per coupon.
create table coupons (
  id bigint generated always as identity primary key,
  -- Capital letters, digits and dashes.
  code text not null unique check (code ~ '^[A-Z0-9][A-Z0-9-]{2,19}$'),
  percent integer check (percent between 1 and 100),
  amount_paisa bigint check (amount_paisa > 0),
  -- The most that a percentage takes off; null: no limit.
  most_paisa bigint check (most_paisa > 0),
  -- The products of the order must come to this.
  minimum_paisa bigint not null default 0 check (minimum_paisa >= 0),
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Orders in all, and of one phone; null: no limit.
  total_limit integer check (total_limit > 0),
  phone_limit integer check (phone_limit > 0),
  used_count integer not null default 0 check (used_count >= 0),
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default shop_now(),
  check ((percent is null) <> (amount_paisa is null)),
  check (most_paisa is null or percent is not null),
  check (ends_at > starts_at)
);

-- Which order used which; given back when the order expires or is cancelled.
create table coupon_claims (
  order_id bigint primary key references orders (id),
  coupon_id bigint not null references coupons (id),
  phone text not null,
  claimed_at timestamptz not null default shop_now(),
  returned_at timestamptz
);
create index coupon_claims_phone on coupon_claims (coupon_id, phone) where returned_at is null;

alter table carts add column coupon_code text;

-- What an order was placed with; kept whatever becomes of the coupon.
alter table orders add column coupon_code text;
alter table orders add column discount_paisa bigint not null default 0;
alter table orders drop constraint orders_check;
alter table orders add constraint orders_total_adds_up
  check (total_paisa = subtotal_paisa + delivery_fee_paisa - discount_paisa);
alter table orders add constraint orders_discount_paisa_check
  check (discount_paisa >= 0 and discount_paisa <= subtotal_paisa and (discount_paisa = 0 or coupon_code is not null));
-- The line's share of it; what is given back for returned units is less by it.
alter table order_lines add column discount_paisa bigint not null default 0 check (discount_paisa >= 0);
