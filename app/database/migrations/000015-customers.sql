-- People with an account. A number that was confirmed by a code is the account; e-mail and password are other ways in.
create table customers (
  id bigint generated always as identity primary key,
  -- E.164, +8801XXXXXXXXX; null once the person is erased, and only then.
  phone text unique,
  -- Confirmed, in lower case.
  email text unique,
  name text,
  language text not null check (language in ('en', 'bn')),
  -- argon2id in PHC form; null: signs in with codes only.
  password_hash text,
  -- The token of the one open cart that all devices of the account share. As plain as orders.token, and worth far less.
  cart_token text unique,
  version integer not null default 1,
  created_at timestamptz not null default shop_now(),
  updated_at timestamptz not null default shop_now(),
  erased_at timestamptz,
  check ((phone is null) = (erased_at is not null)),
  check (erased_at is null or coalesce(email, name, password_hash, cart_token) is null)
);

-- An e-mail address on its way to being confirmed, at most one per account.
create table customer_emails_pending (
  customer_id bigint primary key references customers (id),
  email text not null,
  salt bytea not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  -- Codes sent since the window began, and when that was: what limits how often we write to a stranger's address.
  sent_count integer not null default 1,
  window_start timestamptz not null default shop_now(),
  sent_at timestamptz not null default shop_now(),
  expires_at timestamptz not null
);

create table customer_sessions (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers (id),
  -- SHA-256 of the token in the cookie.
  token_hash bytea not null unique,
  -- Browser and system, for the person to recognise.
  device text not null,
  signed_in_at timestamptz not null default shop_now(),
  -- Exact to the hour: a page view must not cost a write.
  last_used_at timestamptz not null default shop_now(),
  -- When the person last proved to hold the number; null when this session began with a password.
  code_confirmed_at timestamptz
);
create index customer_sessions_customer_id on customer_sessions (customer_id);
create index customer_sessions_last_used_at on customer_sessions (last_used_at);

-- Browsers that have signed in to an account before: guesses made elsewhere do not lock them out.
create table customer_devices (
  customer_id bigint not null references customers (id),
  token_hash bytea not null,
  last_used_at timestamptz not null default shop_now(),
  primary key (customer_id, token_hash)
);

-- Passwords tried, per scope (account, known device, address) and window of time. Scopes are digests.
create table sign_in_tries (
  scope_hash bytea not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (scope_hash, window_start)
);
create index sign_in_tries_window_start on sign_in_tries (window_start);

create table customer_addresses (
  id bigint generated always as identity primary key,
  customer_id bigint not null references customers (id),
  idempotency_key uuid not null,
  recipient_name text not null,
  recipient_phone text not null,
  upazila_id bigint not null references upazilas (id),
  street_address text not null,
  delivery_note text,
  is_default boolean not null,
  created_at timestamptz not null default shop_now(),
  unique (customer_id, idempotency_key)
);
create unique index customer_addresses_one_default on customer_addresses (customer_id) where is_default;

-- null: ordered as a guest.
alter table orders add column customer_id bigint references customers (id);
create index orders_customer_id on orders (customer_id, id) where customer_id is not null;

-- Erasing an account is confirmed by a code to its number.
alter table codes drop constraint codes_purpose_check;
alter table codes add constraint codes_purpose_check
  check (purpose in ('sign_in', 'confirm_order', 'confirm_phone', 'reset_password', 'erase_account'));
