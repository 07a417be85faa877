-- Caches of pages follow what changed (000009). Tables that are edited a few times a year need no mark on each row: one row
-- here says when anything of them changed last, and then every page is made anew.
create table shown_tables (
  name text primary key,
  changed_in xid8 not null default pg_current_xact_id()
);
insert into shown_tables (name)
values ('delivery_zones'), ('divisions'), ('districts'), ('upazilas'), ('shop_settings');

create function mark_shown_table() returns trigger language plpgsql as $$
begin
  update shown_tables set changed_in = pg_current_xact_id() where name = tg_table_name;
  return null;
end $$;
create trigger delivery_zones_mark_shown after insert or update or delete on delivery_zones
  for each statement execute function mark_shown_table();
create trigger divisions_mark_shown after insert or update or delete on divisions
  for each statement execute function mark_shown_table();
create trigger districts_mark_shown after insert or update or delete on districts
  for each statement execute function mark_shown_table();
create trigger upazilas_mark_shown after insert or update or delete on upazilas
  for each statement execute function mark_shown_table();
create trigger shop_settings_mark_shown after insert or update or delete on shop_settings
  for each statement execute function mark_shown_table();
