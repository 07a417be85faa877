-- Readers keep the catalogue in memory and ask what changed since they last looked. Each row therefore carries the
-- transaction that last changed what shoppers see of it. A sequence or a clock would not do: both are ahead of the commit,
-- so a reader could step over a change that is still to appear; a transaction id can be compared with a snapshot.
alter table brands add column changed_in xid8 not null default pg_current_xact_id();
alter table categories add column changed_in xid8 not null default pg_current_xact_id();
alter table products add column changed_in xid8 not null default pg_current_xact_id();
alter table variants add column changed_in xid8 not null default pg_current_xact_id();
alter table stock_levels add column changed_in xid8 not null default pg_current_xact_id();
create index brands_changed_in on brands (changed_in);
create index categories_changed_in on categories (changed_in);
create index products_changed_in on products (changed_in);
create index variants_changed_in on variants (changed_in);
create index stock_levels_changed_in on stock_levels (changed_in);

create function mark_changed() returns trigger language plpgsql as $$
begin
  new.changed_in := pg_current_xact_id();
  return new;
end $$;
create trigger brands_mark_changed before update on brands for each row execute function mark_changed();
create trigger categories_mark_changed before update on categories for each row execute function mark_changed();
create trigger products_mark_changed before update on products for each row execute function mark_changed();
create trigger variants_mark_changed before update on variants for each row execute function mark_changed();
-- Shoppers see "in stock", "only n left" for the last five, or "sold out". Nothing else of a stock level is a change to them,
-- so selling from a full shelf neither calls the function nor touches the index.
create trigger stock_levels_mark_changed before update on stock_levels for each row
  when (least(old.on_hand - old.held, 6) <> least(new.on_hand - new.held, 6)) execute function mark_changed();

create function mark_product_changed() returns trigger language plpgsql as $$
begin
  update products set changed_in = pg_current_xact_id() where id = old.product_id;
  return null;
end $$;
-- A deleted row cannot say that it changed; its product does. Products themselves are never deleted, only unpublished.
create trigger variants_mark_product_changed after delete on variants for each row execute function mark_product_changed();
