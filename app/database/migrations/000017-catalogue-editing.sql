-- Staff edit the catalogue. What is edited counts its versions, so that nobody overwrites what he has not seen.
alter table brands add column version integer not null default 1;
alter table categories add column version integer not null default 1;
-- The version of a product counts changes of its variants and pictures too: they are edited as one thing.
alter table products add column version integer not null default 1;

-- A slug that was changed leads on to what now bears another one. A slug in use is never in here.
create table slug_redirects (
  kind text not null check (kind in ('product', 'category')),
  slug text not null,
  product_id bigint references products (id),
  category_id bigint references categories (id),
  created_at timestamptz not null default shop_now(),
  primary key (kind, slug),
  check ((kind = 'product') = (product_id is not null) and (kind = 'category') = (category_id is not null))
);
create index slug_redirects_product_id on slug_redirects (product_id) where product_id is not null;
create index slug_redirects_category_id on slug_redirects (category_id) where category_id is not null;

-- Pictures of a product besides those of its variants, in the order in which they are shown.
create table product_pictures (
  product_id bigint not null references products (id),
  picture_id text not null references pictures (id),
  position integer not null,
  primary key (product_id, picture_id)
);
create index product_pictures_picture_id on product_pictures (picture_id);

-- Append-only: what a variant cost from when to when, and who said so.
create table price_changes (
  id bigint generated always as identity primary key,
  variant_id bigint not null references variants (id),
  -- null for the first price of a new variant.
  old_price_paisa bigint,
  price_paisa bigint not null,
  old_compare_at_paisa bigint,
  compare_at_paisa bigint,
  -- null when no person did it.
  staff_id bigint references staff (id),
  changed_at timestamptz not null default shop_now()
);
create index price_changes_variant_id on price_changes (variant_id, id);
create trigger price_changes_append_only before update or delete on price_changes
  for each row execute function refuse_change();

-- A thing that staff created is found by the key of the request that created it, so that a repeated request creates nothing more.
create table catalogue_creations (
  key uuid primary key,
  -- SHA-256 of what was asked: the same key with other content is refused.
  request_hash bytea not null,
  subject_id bigint not null,
  created_at timestamptz not null default shop_now()
);

-- Staff look for a few letters anywhere in a name, model number or SKU.
create index products_words on products using gin ((name_en || ' ' || name_bn || ' ' || model_number || ' ' || slug) gin_trgm_ops);
create index variants_sku_words on variants using gin (sku gin_trgm_ops);
