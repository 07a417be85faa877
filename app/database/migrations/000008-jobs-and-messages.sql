-- Work promised in the same transaction as what caused it. A worker claims rows with SKIP LOCKED; a claim lapses at locked_until.
create table jobs (
  id bigint generated always as identity primary key,
  kind text not null,
  payload jsonb not null,
  run_at timestamptz not null default shop_now(),
  attempts integer not null default 0,
  locked_until timestamptz,
  last_error text,
  created_at timestamptz not null default shop_now(),
  -- Set when it failed for the last time; it stays for people to look at.
  failed_at timestamptz
);
create index jobs_due on jobs (run_at, id) where failed_at is null;

-- What was said to whom. One row per job that sends.
create table messages (
  id bigint generated always as identity primary key,
  job_id bigint not null unique,
  order_id bigint references orders (id),
  channel text not null check (channel in ('sms', 'email')),
  recipient text not null,
  language text not null check (language in ('en', 'bn')),
  -- null for SMS.
  subject text,
  body text not null,
  sent_at timestamptz not null default shop_now()
);
create index messages_sent_at on messages (sent_at);
