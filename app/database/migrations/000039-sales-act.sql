-- What of a sale is taken: units held by orders that wait or sold at its price. Whoever changes it holds the lock of the
-- variant's stock level, so it needs none of its own; beyond the allotment nothing is ever sold at this price.
alter table sale_lines
  add column taken_units integer not null default 0,
  add column changed_in xid8 not null default pg_current_xact_id(),
  add constraint sale_lines_taken check (taken_units between 0 and allotment);
create index sale_lines_changed_in on sale_lines (changed_in);

-- The units an order bought at a sale's price. They count for the allotment and for the limit of the order's phone until the
-- order expires or is cancelled.
create table sale_claims (
  order_id bigint not null references orders (id),
  variant_id bigint not null,
  sale_id bigint not null,
  units integer not null check (units > 0),
  claimed_at timestamptz not null default shop_now(),
  returned_at timestamptz,
  primary key (order_id, variant_id),
  foreign key (sale_id, variant_id) references sale_lines (sale_id, variant_id)
);
create index sale_claims_sale_line on sale_claims (sale_id, variant_id);

-- Shoppers see the last five units counted and the rest in tenths of the allotment: only then a unit that is taken is a change.
create function sale_level(allotment integer, taken_units integer) returns integer language sql immutable parallel safe
return case
  when allotment - taken_units <= 5 then allotment - taken_units
  else 6 + ceil((allotment - taken_units) * 10.0 / allotment)::integer
end;

create trigger sale_lines_mark_changed before update on sale_lines for each row
  when (
    old.price_paisa <> new.price_paisa or old.allotment <> new.allotment or old.during <> new.during
    or old.is_scheduled <> new.is_scheduled or sale_level(old.allotment, old.taken_units) <> sale_level(new.allotment, new.taken_units)
  ) execute function mark_changed();

create function mark_product_of_sale_changed() returns trigger language plpgsql as $$
begin
  update products set changed_in = pg_current_xact_id()
  where id = (select product_id from variants where id = old.variant_id);
  return null;
end $$;
create trigger sale_lines_mark_product_changed after delete on sale_lines for each row
  when (old.is_scheduled) execute function mark_product_of_sale_changed();

-- Name, limit and waiting room are the sale's, and shoppers see them with each of its variants.
create function mark_sale_lines_changed() returns trigger language plpgsql as $$
begin
  update sale_lines set changed_in = pg_current_xact_id() where sale_id = new.id and is_scheduled;
  return null;
end $$;
create trigger sales_mark_lines_changed after update on sales for each row execute function mark_sale_lines_changed();

-- Every page names the sale that runs or comes next.
insert into shown_tables (name) values ('sales');
create trigger sales_mark_shown after insert or update or delete on sales for each statement execute function mark_shown_table();
