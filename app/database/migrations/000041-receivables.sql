-- What was taken at the door for an order, and is owed to the shop by whoever carried the parcel. At most one per order.
create table receivables (
  order_id bigint primary key references orders (id),
  courier text not null check (courier in ('pathao', 'steadfast', 'redx', 'own', 'other')),
  -- The parcel, where it was booked with the courier.
  booking_id bigint unique references courier_bookings (id),
  due_paisa bigint not null check (due_paisa > 0),
  delivered_at timestamptz not null default shop_now(),
  -- When the money came. What was collected, and what of it the courier kept.
  settled_at timestamptz,
  collected_paisa bigint check (collected_paisa >= 0),
  fee_paisa bigint check (fee_paisa >= 0),
  -- The courier's file that says so; null: a person wrote it down.
  settlement_id bigint references courier_settlements (id),
  settled_by bigint references staff (id),
  note text check (length(note) between 1 and 300),
  check (
    (settled_at is null) = (collected_paisa is null) and (settled_at is null) = (fee_paisa is null)
    and (settled_at is null) = (settlement_id is null and settled_by is null)
  )
);
-- How long the oldest refund is due is asked every few seconds.
create index refunds_not_done on refunds (requested_at) where state <> 'done';
create index receivables_open on receivables (delivered_at, order_id) where settled_at is null;

-- Accounts of the payment ledger from here on, beside those of 000011: 'courier:<name>' what a courier took at the door and owes us,
-- 'courier_fees' what couriers kept for carrying, 'courier_differences' what they paid too little (or, below zero, too much),
-- 'rounding' broken taka that are rounded up at the door.
create function post_at_door(of_order bigint, why text, from_account text, to_account text, paisa bigint) returns void
language plpgsql as $$
declare
  posting bigint;
begin
  if paisa = 0 then return; end if;
  insert into payment_postings (order_id, cause) values (of_order, why) returning id into posting;
  insert into payment_ledger (posting_id, account, amount_paisa) values (posting, to_account, paisa), (posting, from_account, -paisa);
end $$;

-- Orders that were delivered before the ledger followed them. Cash that went back was posted as it came in, in parts: that is taken
-- back first, because now the whole is posted.
do $$
declare
  parcel record;
begin
  for parcel in
    select p.order_id, -sum(l.amount_paisa)::bigint as paisa
    from payment_postings p join payment_ledger l on l.posting_id = p.id
    where p.cause = 'paid at the door' and l.account = 'order:' || p.order_id
    group by p.order_id
  loop
    perform post_at_door(parcel.order_id, 'posted with its parcel instead', 'cash', 'order:' || parcel.order_id, parcel.paisa);
  end loop;
  for parcel in
    select o.id, coalesce(s.courier, 'own') as courier, b.id as booking_id, r.settlement_id, r.collected_paisa, r.fee_paisa,
           t.changed_at, st.imported_at, st.imported_by,
           o.total_paisa - coalesce((select sum(amount_paisa) from payments p where p.order_id = o.id and p.state = 'accepted'), 0)::bigint
             as exact_paisa
    from orders o
      join lateral (
        select min(changed_at) as changed_at from order_transitions
        where order_id = o.id and to_state = 'delivered' and from_state = 'shipped') t on t.changed_at is not null
      left join lateral (select courier from shipments where order_id = o.id order by id desc limit 1) s on true
      left join lateral (
        select id from courier_bookings
        where order_id = o.id and courier = s.courier and called_off_at is null
          and (state in ('booked', 'unknown') or parcel_state is not null)
        order by id desc limit 1) b on true
      left join lateral (
        select settlement_id, collected_paisa, fee_paisa from courier_settlement_rows
        where booking_id = b.id and verdict in ('right', 'short', 'over', 'not_delivered')
        order by collected_paisa desc, settlement_id limit 1) r on true
      left join courier_settlements st on st.id = r.settlement_id
    where o.payment_method = 'cash_on_delivery'
  loop
    continue when parcel.exact_paisa <= 0;
    insert into receivables (order_id, courier, booking_id, due_paisa, delivered_at)
    values (parcel.id, parcel.courier, parcel.booking_id,
            case when parcel.courier in ('pathao', 'steadfast') then ceil(parcel.exact_paisa / 100.0) * 100 else parcel.exact_paisa end,
            parcel.changed_at);
    perform post_at_door(parcel.id, 'taken at the door', 'order:' || parcel.id, 'courier:' || parcel.courier, parcel.exact_paisa);
    perform post_at_door(parcel.id, 'rounded up to whole taka', 'rounding', 'courier:' || parcel.courier,
                         (select due_paisa from receivables where order_id = parcel.id) - parcel.exact_paisa);
    if parcel.settlement_id is not null then
      update receivables
      set settled_at = parcel.imported_at, collected_paisa = parcel.collected_paisa, fee_paisa = parcel.fee_paisa,
          settlement_id = parcel.settlement_id, settled_by = parcel.imported_by
      where order_id = parcel.id;
      perform post_at_door(parcel.id, 'paid out by the courier', 'courier:' || parcel.courier, 'cash',
                           parcel.collected_paisa - parcel.fee_paisa);
      perform post_at_door(parcel.id, 'kept by the courier', 'courier:' || parcel.courier, 'courier_fees', parcel.fee_paisa);
      perform post_at_door(parcel.id, 'difference of the courier', 'courier:' || parcel.courier, 'courier_differences',
                           (select due_paisa from receivables where order_id = parcel.id) - parcel.collected_paisa);
    end if;
  end loop;
end $$;
drop function post_at_door(bigint, text, text, text, bigint);
