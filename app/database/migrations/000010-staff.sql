-- People who work in the console. Never deleted: what they did keeps their name.
create table staff (
  id bigint generated always as identity primary key,
  -- Lower case.
  email text not null unique check (email = lower(email)),
  name text not null,
  role text not null check (role in ('owner', 'manager', 'support', 'warehouse', 'viewer')),
  -- Argon2id; null until the invitation was accepted.
  password_hash text,
  -- Encrypted with the key that its first part names; null until an authenticator app was enrolled.
  totp_secret text,
  -- The newest 30 s step whose code was used: that code and all before it are spent.
  totp_used_step bigint not null default 0,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamptz not null default shop_now()
);

create table staff_sessions (
  id bigint generated always as identity primary key,
  staff_id bigint not null references staff (id),
  -- SHA-256 of the token in the cookie.
  token_hash bytea not null unique,
  created_at timestamptz not null default shop_now(),
  last_used_at timestamptz not null default shop_now(),
  -- null: the password was right, the code is still to come; such a session opens nothing.
  signed_in_at timestamptz,
  -- When a code was last given in this session.
  stepped_up_at timestamptz
);
create index staff_sessions_staff_id on staff_sessions (staff_id);
create index staff_sessions_created_at on staff_sessions (created_at);

-- Append-only: what was done in the console, written by the transaction that did it.
create table audit_entries (
  id bigint generated always as identity primary key,
  done_at timestamptz not null default shop_now(),
  -- null: the shop itself, or a command on the server.
  staff_id bigint references staff (id),
  -- Name and role as they were then.
  staff_name text not null,
  staff_role text not null,
  -- What, in the words of the code: 'orders.cancelled'.
  action text not null,
  -- To what: 'order:123'.
  subject text not null,
  -- Ids and values, never a secret, never personal data beyond ids.
  detail jsonb not null
);
create index audit_entries_subject on audit_entries (subject, id);
create index audit_entries_staff_id on audit_entries (staff_id, id);
create index audit_entries_action on audit_entries (action, id);
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_change();
