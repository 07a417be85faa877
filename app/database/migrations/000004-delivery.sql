create table delivery_zones (
  id bigint generated always as identity primary key,
  code text not null unique,
  name_en text not null,
  name_bn text not null,
  base_fee_paisa bigint not null check (base_fee_paisa >= 0),
  base_weight_grams integer not null check (base_weight_grams > 0),
  fee_per_extra_kg_paisa bigint not null check (fee_per_extra_kg_paisa >= 0),
  days_min integer not null check (days_min >= 0),
  days_max integer not null check (days_max >= days_min)
);

create table divisions (
  id bigint generated always as identity primary key,
  slug text not null unique,
  name_en text not null,
  name_bn text not null
);

create table districts (
  id bigint generated always as identity primary key,
  division_id bigint not null references divisions (id),
  slug text not null unique,
  name_en text not null,
  name_bn text not null
);

-- Upazilas, and the metropolitan thanas where a city has those instead.
create table upazilas (
  id bigint generated always as identity primary key,
  district_id bigint not null references districts (id),
  zone_id bigint not null references delivery_zones (id),
  slug text not null,
  name_en text not null,
  name_bn text not null,
  is_metropolitan_thana boolean not null,
  unique (district_id, slug)
);
