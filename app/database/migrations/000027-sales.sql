-- Whole-number keys beside ranges in one exclusion constraint.
create extension if not exists btree_gist;

-- A sale is data: when, what, at which price, how many, for whom. Prices switch by it; nobody deploys.
create table sales (
  id bigint generated always as identity primary key,
  creation_key uuid not null unique,
  name_en text not null,
  name_bn text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Minutes before the start at which caches and pools are filled.
  prewarm_minutes integer not null check (prewarm_minutes between 0 and 240),
  -- Units of one variant that one confirmed phone may buy; null: any number.
  limit_per_customer integer check (limit_per_customer > 0),
  has_waiting_room boolean not null,
  -- draft: nobody sees it; scheduled: holds from start to end; cancelled: never again.
  state text not null default 'draft' check (state in ('draft', 'scheduled', 'cancelled')),
  version integer not null default 1,
  created_at timestamptz not null default shop_now(),
  updated_at timestamptz not null default shop_now(),
  check (ends_at > starts_at)
);
create index sales_starts_at on sales (starts_at, id);

create table sale_lines (
  sale_id bigint not null references sales (id),
  variant_id bigint not null references variants (id),
  price_paisa bigint not null check (price_paisa > 0),
  -- Units sold at this price; beyond them the usual price holds again.
  allotment integer not null check (allotment > 0),
  -- Copied from the sale whenever it changes, for the constraint below.
  during tstzrange not null,
  is_scheduled boolean not null,
  primary key (sale_id, variant_id),
  -- One variant is in one sale at a time.
  constraint sale_lines_no_overlap exclude using gist (variant_id with =, during with &&) where (is_scheduled)
);
create index sale_lines_variant_id on sale_lines (variant_id);

alter table delivery_zones
  add column version integer not null default 1,
  add column creation_key uuid unique;
