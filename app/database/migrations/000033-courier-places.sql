-- What Pathao calls the places it delivers to, and which of them each upazila of ours is.
create table courier_places (
  courier text not null check (courier in ('pathao')),
  -- Cities and zones have numbers of their own each.
  kind text not null check (kind in ('city', 'zone')),
  place_id bigint not null,
  -- The city that a zone lies in.
  city_id bigint,
  name text not null check (length(name) between 1 and 200),
  -- Since when the courier's list lacks it: not offered and not used any more.
  gone_at timestamptz,
  primary key (courier, kind, place_id),
  check ((kind = 'zone') = (city_id is not null))
);
create index courier_places_city on courier_places (courier, city_id) where kind = 'zone';

-- The courier's lists, each read by itself: that of its cities (0), and that of the zones of each city.
create table courier_place_lists (
  courier text not null check (courier in ('pathao')),
  city_id bigint not null,
  -- null until it was read once.
  read_at timestamptz,
  next_read_at timestamptz not null default shop_now(),
  -- Since it was read last.
  failures integer not null default 0,
  -- Why the last try failed, as a code.
  problem text,
  primary key (courier, city_id)
);

create table courier_place_matches (
  courier text not null check (courier in ('pathao')),
  upazila_id bigint not null references upazilas (id),
  -- null: decided by a person that the courier finds it by the address.
  zone_id bigint,
  -- Asked the price for, and not sent with a booking: the courier has several zones there.
  is_price_only boolean not null default false,
  -- What a person set stays; what names matched follows the courier's lists.
  matched_by text not null check (matched_by in ('name', 'staff')),
  changed_at timestamptz not null default shop_now(),
  version integer not null default 1,
  primary key (courier, upazila_id),
  check (matched_by = 'staff' or zone_id is not null)
);
