-- available = on_hand - held. Both change only together with a row in stock_movements.
create table stock_levels (
  variant_id bigint primary key references variants (id),
  on_hand integer not null default 0 check (on_hand >= 0),
  held integer not null default 0 check (held >= 0),
  check (held <= on_hand)
) with (fillfactor = 50);

-- Append-only: for every variant sum(on_hand_change) = on_hand and sum(held_change) = held, always.
create table stock_movements (
  id bigint generated always as identity primary key,
  variant_id bigint not null references variants (id),
  kind text not null check (kind in ('received', 'held', 'released', 'sold', 'returned', 'adjusted')),
  on_hand_change integer not null,
  held_change integer not null,
  -- null when no order caused it.
  order_id bigint,
  -- Why, in a few words: 'seed', 'order placed', 'hold expired', …
  cause text not null,
  moved_at timestamptz not null default shop_now(),
  check (on_hand_change <> 0 or held_change <> 0)
);
create index stock_movements_variant_id on stock_movements (variant_id, id);
create index stock_movements_order_id on stock_movements (order_id) where order_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger stock_movements_append_only before update or delete on stock_movements
  for each row execute function refuse_change();
