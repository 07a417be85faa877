alter table staff_sessions
  -- Encrypted; an authenticator app's secret between being shown and being confirmed.
  add column new_totp_secret text,
  -- What the browser said of itself, shortened.
  add column device text not null default '';

-- 120 random bits each, so a plain SHA-256 cannot be searched.
create table staff_recovery_codes (
  staff_id bigint not null references staff (id),
  code_hash bytea not null,
  used_at timestamptz,
  primary key (staff_id, code_hash)
);

-- The link with which an account gets its password.
create table staff_invitations (
  token_hash bytea primary key,
  staff_id bigint not null references staff (id),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index staff_invitations_staff_id on staff_invitations (staff_id);

-- Browsers in which somebody signed in before: strangers' failures do not count against them.
create table staff_devices (
  token_hash bytea primary key,
  staff_id bigint not null references staff (id),
  created_at timestamptz not null default shop_now()
);
create index staff_devices_staff_id on staff_devices (staff_id);

-- Tries of passwords and codes, counted before they are looked at. A window ends whatever happens in it.
create table staff_tries (
  -- SHA-256 of what is limited: an address, an account, a device.
  scope_hash bytea primary key,
  tries integer not null,
  window_ends_at timestamptz not null
);
create index staff_tries_window_ends_at on staff_tries (window_ends_at);
