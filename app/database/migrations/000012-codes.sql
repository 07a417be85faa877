-- One-time codes sent by SMS. Phone and code are kept as digests only; rows go a day after they were made.
create table codes (
  id bigint generated always as identity primary key,
  purpose text not null check (purpose in ('sign_in', 'confirm_order', 'confirm_phone', 'reset_password')),
  phone_hash bytea not null,
  -- What the code is about besides the phone, like the token of an order; empty when the phone says it all.
  subject text not null default '',
  salt bytea not null,
  code_hash bytea not null,
  attempts integer not null default 0,
  created_at timestamptz not null default shop_now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index codes_phone_hash on codes (phone_hash, created_at);
create index codes_created_at on codes (created_at);

-- How many codes a phone, an address and everybody asked for, per window of time.
create table code_counts (
  scope_hash bytea not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (scope_hash, window_start)
);
create index code_counts_window_start on code_counts (window_start);
