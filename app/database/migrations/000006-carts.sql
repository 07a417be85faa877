create table carts (
  id bigint generated always as identity primary key,
  -- SHA-256 of the token in the shopper's cookie.
  token_hash bytea not null unique,
  -- The idempotency key under which this cart, and nothing else, can be ordered.
  order_key uuid not null unique default gen_random_uuid(),
  -- Keys of the last additions, newest first: an addition that is repeated is not added twice.
  addition_keys text[] not null default '{}',
  created_at timestamptz not null default shop_now(),
  last_used_at timestamptz not null default shop_now(),
  -- null until ordered; an ordered cart never changes again.
  ordered_at timestamptz
);
create index carts_last_used_at on carts (last_used_at);

create table cart_lines (
  cart_id bigint not null references carts (id) on delete cascade,
  variant_id bigint not null references variants (id),
  quantity integer not null check (quantity between 1 and 99),
  -- The price when the shopper added it, to tell of a change since.
  added_price_paisa bigint not null,
  added_at timestamptz not null default shop_now(),
  primary key (cart_id, variant_id)
);
