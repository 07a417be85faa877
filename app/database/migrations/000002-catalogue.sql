create table brands (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name text not null
);

create table categories (
  id bigint generated always as identity primary key,
  slug text not null unique,
  parent_id bigint references categories (id),
  position integer not null,
  name_en text not null,
  name_bn text not null,
  description_en text not null,
  description_bn text not null,
  -- Array of { key, name: {en,bn}, kind, unit, isFacet, values }: what products of this category state.
  specifications jsonb not null default '[]',
  picture_id text
);

create table products (
  id bigint generated always as identity primary key,
  slug text not null unique,
  category_id bigint not null references categories (id),
  brand_id bigint not null references brands (id),
  model_number text not null,
  name_en text not null,
  name_bn text not null,
  description_en text not null,
  description_bn text not null,
  -- Array of { en, bn }.
  highlights jsonb not null default '[]',
  -- Key to value, as the category's specifications define them.
  specifications jsonb not null default '{}',
  -- 0 = no warranty.
  warranty_months integer not null check (warranty_months >= 0),
  -- true: the brand's official warranty in Bangladesh; false: imported unofficially.
  is_official boolean not null,
  weight_grams integer not null check (weight_grams > 0),
  -- VAT contained in the price, in hundredths of a percent. 750 = 7.5 %.
  vat_basis_points integer not null default 750 check (vat_basis_points between 0 and 10000),
  -- Larger is shown earlier where nothing else orders.
  popularity integer not null default 0,
  is_published boolean not null default true,
  created_at timestamptz not null default shop_now(),
  updated_at timestamptz not null default shop_now()
);
create index products_category_id on products (category_id);
create index products_brand_id on products (brand_id);

create table variants (
  id bigint generated always as identity primary key,
  product_id bigint not null references products (id),
  sku text not null unique,
  position integer not null,
  -- What the shopper chooses: { colour?: key, memory?: text, size?: text }.
  options jsonb not null default '{}',
  price_paisa bigint not null check (price_paisa > 0 and price_paisa <= 100000000000),
  -- The struck-through price; null when not reduced.
  compare_at_paisa bigint check (compare_at_paisa > price_paisa),
  picture_id text,
  is_published boolean not null default true
);
create index variants_product_id on variants (product_id);
