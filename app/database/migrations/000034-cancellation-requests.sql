-- A customer asks to cancel an order that is packed or on its way; staff decide.
create table cancellation_requests (
  id bigint generated always as identity primary key,
  order_id bigint not null references orders (id),
  -- The same key returns the first request.
  key uuid not null unique,
  -- closed: the order was delivered, cancelled or returned before anybody decided.
  state text not null default 'requested' check (state in ('requested', 'accepted', 'refused', 'withdrawn', 'closed')),
  reason text not null check (reason in ('changed_mind', 'ordered_by_mistake', 'takes_too_long', 'found_elsewhere', 'other')),
  note text,
  -- Told to the customer when refused.
  decision_note text,
  version integer not null default 1,
  requested_at timestamptz not null default shop_now(),
  settled_at timestamptz,
  check ((state = 'requested') = (settled_at is null))
);
create index cancellation_requests_order_id on cancellation_requests (order_id, id);
-- One at a time, so that there is one thing to decide.
create unique index cancellation_requests_one_open on cancellation_requests (order_id) where state = 'requested';
