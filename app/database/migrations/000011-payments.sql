-- Cash on delivery may ask for a part of the total in advance, paid online while the order waits.
alter table orders add column advance_paisa bigint not null default 0;
alter table orders add constraint orders_advance_paisa_check
  check (advance_paisa >= 0 and advance_paisa <= total_paisa);
-- Why a person must look at the payment before the order is packed; null when nobody must.
alter table orders add column payment_review text;

-- One row per start of a payment at a provider. It ends when the provider says how it ended, or is silent for too long.
create table payment_attempts (
  id bigint generated always as identity primary key,
  -- What the provider knows the payment by, on our side; also stands in the return address. Random, so nobody meets another's.
  reference text not null unique check (length(reference) between 10 and 20),
  order_id bigint not null references orders (id),
  method text not null check (method in ('bkash', 'nagad', 'sslcommerz')),
  amount_paisa bigint not null check (amount_paisa > 0),
  state text not null check (state in ('starting', 'started', 'abandoned', 'paid', 'failed', 'expired')),
  -- The provider's id of the payment while it is being made, and where the shopper pays.
  session text,
  redirect_url text,
  started_at timestamptz not null default shop_now(),
  -- When to ask the provider next; null when there is nothing to ask any more.
  ask_at timestamptz,
  asked_at timestamptz,
  -- The last thing that went wrong, in words for staff.
  problem text,
  updated_at timestamptz not null default shop_now(),
  check ((state in ('paid', 'failed', 'expired')) = (ask_at is null))
);
create index payment_attempts_order_id on payment_attempts (order_id, id);
create index payment_attempts_ask_at on payment_attempts (method, ask_at) where ask_at is not null;
create index payment_attempts_started_at on payment_attempts (started_at, id);
-- Two presses of one button start one payment.
create unique index payment_attempts_starting_once on payment_attempts (order_id) where state = 'starting';

alter table payments add column attempt_id bigint references payment_attempts (id);
-- What has been given back or is being given back of it.
alter table payments add column refunded_paisa bigint not null default 0;
alter table payments add constraint payments_refunded_paisa_check check (refunded_paisa >= 0 and refunded_paisa <= amount_paisa);
-- What the provider says of how it was paid: kind of card, bank, instalments. Never a number of a card or a person.
alter table payments add column detail jsonb not null default '{}';
create index payments_received_at on payments (received_at, id);

create table refunds (
  id bigint generated always as identity primary key,
  -- What the provider knows the refund by, on our side.
  reference text not null unique check (length(reference) between 10 and 20),
  idempotency_key uuid not null unique,
  -- SHA-256 of what was asked for: the same key with other content is refused.
  request_hash bytea not null,
  order_id bigint not null references orders (id),
  -- null: the money came in cash at the door.
  payment_id bigint references payments (id),
  amount_paisa bigint not null check (amount_paisa > 0),
  reason text not null check (length(reason) between 1 and 300),
  -- The member of staff who asked; null when the shop itself did.
  requested_by bigint,
  state text not null check (state in ('requested', 'sending', 'processing', 'done', 'refused', 'by_hand')),
  -- The provider's own id of the refund.
  provider_reference text,
  problem text,
  attempts integer not null default 0,
  -- When the worker looks at it next; null when it need not.
  due_at timestamptz,
  requested_at timestamptz not null default shop_now(),
  done_at timestamptz,
  check ((state = 'done') = (done_at is not null)),
  check ((state in ('requested', 'sending', 'processing')) = (due_at is not null))
);
create index refunds_order_id on refunds (order_id, id);
create index refunds_payment_id on refunds (payment_id) where payment_id is not null;
create index refunds_due_at on refunds (due_at) where due_at is not null;
-- The provider tells refunds of one payment apart only when one is on its way at a time.
create unique index refunds_sending_once on refunds (payment_id) where state = 'sending';

create table refund_lines (
  refund_id bigint not null references refunds (id),
  variant_id bigint not null references variants (id),
  quantity integer not null check (quantity > 0),
  primary key (refund_id, variant_id)
);

-- Double entry, append-only: the amounts of a posting add up to zero. Accounts: 'provider:<method>' money that lies at a
-- provider, 'cash' money in the shop's own hands, 'order:<id>' what an order was paid (negative: we owe goods for it),
-- 'refunds_due' what we owe to shoppers (negative).
create table payment_postings (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  payment_id bigint references payments (id),
  refund_id bigint references refunds (id),
  cause text not null,
  posted_at timestamptz not null default shop_now()
);
create index payment_postings_order_id on payment_postings (order_id, id);
create trigger payment_postings_append_only before update or delete on payment_postings
  for each row execute function refuse_change();

create table payment_ledger (
  posting_id bigint not null references payment_postings (id),
  account text not null,
  amount_paisa bigint not null check (amount_paisa <> 0),
  primary key (posting_id, account)
);
create index payment_ledger_account on payment_ledger (account, posting_id);
create trigger payment_ledger_append_only before update or delete on payment_ledger
  for each row execute function refuse_change();

create function refuse_unbalanced_posting() returns trigger language plpgsql as $$
begin
  if (select sum(amount_paisa) from payment_ledger where posting_id = new.posting_id) <> 0 then
    raise exception 'posting % does not add up to zero', new.posting_id;
  end if;
  return null;
end $$;
create constraint trigger payment_ledger_adds_up after insert on payment_ledger
  deferrable initially deferred for each row execute function refuse_unbalanced_posting();

-- One access token per provider that limits how often it gives one, shared by every process.
create table provider_tokens (
  provider text primary key,
  token text,
  expires_at timestamptz,
  -- Whoever fetches a new one has until then.
  fetching_until timestamptz,
  -- When the last two were asked for.
  asked_at timestamptz[] not null default '{}'
);

-- The nightly comparison of one day (in Asia/Dhaka) with one provider.
create table reconciliation_runs (
  id bigint generated always as identity primary key,
  day date not null,
  method text not null check (method in ('bkash', 'nagad', 'sslcommerz')),
  state text not null check (state in ('running', 'done')),
  -- It goes on after these, whoever does it next.
  last_attempt_id bigint not null default 0,
  last_refund_id bigint not null default 0,
  compared_count integer not null default 0,
  unanswered_count integer not null default 0,
  due_at timestamptz,
  started_at timestamptz not null default shop_now(),
  finished_at timestamptz,
  unique (day, method),
  check ((state = 'done') = (finished_at is not null))
);

create table reconciliation_differences (
  id bigint generated always as identity primary key,
  run_id bigint not null references reconciliation_runs (id),
  kind text not null check (kind in (
    'missing_here', 'missing_there', 'amount_differs', 'state_differs', 'refund_missing_there', 'refund_differs', 'unanswered')),
  method text not null,
  order_id bigint not null references orders (id),
  attempt_id bigint references payment_attempts (id),
  refund_id bigint references refunds (id),
  ours jsonb not null,
  theirs jsonb not null,
  found_at timestamptz not null default shop_now(),
  resolved_at timestamptz,
  resolved_by bigint,
  note text,
  version integer not null default 1,
  check ((attempt_id is null) <> (refund_id is null)),
  check ((resolved_at is null) = (note is null))
);
create index reconciliation_differences_run_id on reconciliation_differences (run_id, id);
-- What is still open is not told again by the next run.
create unique index reconciliation_differences_open_once on reconciliation_differences
  (kind, coalesce(attempt_id, 0), coalesce(refund_id, 0)) where resolved_at is null;
