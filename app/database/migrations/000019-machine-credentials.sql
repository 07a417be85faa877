-- Programs that read from the shop, each with a token of its own that opens one thing.
create table machine_credentials (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 3 and 60),
  -- SHA-256 of the token.
  token_hash bytea not null unique,
  scope text not null check (scope in ('orders.export')),
  created_at timestamptz not null default shop_now(),
  -- Exact to the hour.
  last_used_at timestamptz,
  revoked_at timestamptz
);
