-- What a person did to stock, in one go: goods that came in, a correction with its reason, or a count of what is there.
create table stock_documents (
  id bigint generated always as identity primary key,
  -- Of the request: the same key does it once.
  key uuid not null unique,
  request_hash bytea not null,
  kind text not null check (kind in ('receipt', 'adjustment', 'count')),
  reason text not null check (reason in ('purchase', 'customer_return', 'damaged', 'lost', 'found', 'internal_use', 'correction', 'count')),
  -- Supplier, invoice number, what happened; empty when there is nothing to say.
  note text not null default '',
  staff_id bigint not null references staff (id),
  created_at timestamptz not null default shop_now()
);
create index stock_documents_created_at on stock_documents (created_at desc, id desc);

alter table stock_movements add column document_id bigint references stock_documents (id);
create index stock_movements_document_id on stock_movements (document_id) where document_id is not null;
