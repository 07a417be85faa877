-- What payment providers say they took and gave back, file by file, beside what we booked.
create table payment_statements (
  id bigint generated always as identity primary key,
  method text not null check (method in ('bkash', 'nagad', 'sslcommerz')),
  -- Of the file, the columns chosen and the days: the same again is the same statement.
  content_hash bytea not null,
  file_name text not null check (length(file_name) between 1 and 200),
  -- Days in Asia/Dhaka, both included.
  from_day date not null,
  to_day date not null,
  row_count integer not null,
  received_paisa bigint not null,
  returned_paisa bigint not null,
  imported_by bigint not null references staff (id),
  imported_at timestamptz not null default shop_now(),
  unique (method, content_hash),
  check (to_day >= from_day and to_day - from_day < 62)
);
create table payment_statement_rows (
  statement_id bigint not null references payment_statements (id),
  -- A line that tells of money in both directions is two rows.
  position integer not null,
  line integer not null,
  reference text not null,
  our_reference text,
  -- Below zero: it went back.
  amount_paisa bigint not null check (amount_paisa <> 0),
  payment_id bigint references payments (id),
  refund_id bigint references refunds (id),
  order_id bigint references orders (id),
  booked_paisa bigint,
  verdict text not null check (verdict in (
    'right', 'amount_differs', 'reference_differs', 'unknown_payment', 'not_booked', 'unknown_refund', 'double')),
  primary key (statement_id, position)
);
create index payment_statement_rows_payment on payment_statement_rows (payment_id) where payment_id is not null;
create index payment_statement_rows_refund on payment_statement_rows (refund_id) where refund_id is not null;
