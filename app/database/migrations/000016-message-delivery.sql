-- A message is written before it is sent, and its row says how far it got: queued → sending → sent → delivered, or failed, or
-- unknown when nobody can tell whether the provider took it. Then it is never sent again by itself.
alter table messages add column template text not null default 'order-confirmed';
alter table messages alter column template drop default;
alter table messages add column state text not null default 'sent'
  check (state in ('queued', 'sending', 'sent', 'delivered', 'failed', 'unknown'));
-- Who took it; null until somebody did. On a laptop without providers the mailbox does.
alter table messages add column provider text;
alter table messages add column provider_message_id text;
-- Why it failed or nobody knows, as a code.
alter table messages add column failure text;
alter table messages add column attempts integer not null default 0;
-- queued: when to try; sending: when whoever sends it must be dead; sent: when to ask for its delivery. null: nothing left to do.
alter table messages add column due_at timestamptz;
-- Not worth sending afterwards: a code is dead, an old promise misleads.
alter table messages add column send_until timestamptz;
alter table messages add column report_checks integer not null default 0;
alter table messages add column created_at timestamptz not null default shop_now();
alter table messages alter column sent_at drop not null, alter column sent_at drop default;
-- The member of staff who had it sent again.
alter table messages add column requested_by bigint;

create index messages_due on messages (state, due_at) where due_at is not null;
create index messages_recipient on messages (recipient, created_at);
create index messages_order_id on messages (order_id, id) where order_id is not null;
drop index messages_sent_at;
create index messages_created_at on messages (created_at);
