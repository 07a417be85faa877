-- Pictures that staff bring. The worker makes the renditions of an upload; until then its bytes wait here.
create table picture_uploads (
  id bigint generated always as identity primary key,
  -- SHA-256 of the bytes: the same picture sent again is the same upload.
  content_hash text not null unique,
  -- null as soon as there is nothing left to do with them.
  bytes bytea,
  state text not null check (state in ('waiting', 'done', 'failed')),
  -- Set when done.
  picture_id text references pictures (id),
  -- Why it failed: a key that the console has a text for.
  reason text,
  staff_id bigint not null references staff (id),
  attempts integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default shop_now(),
  check ((state = 'done') = (picture_id is not null)),
  check ((state = 'waiting') = (bytes is not null))
);
alter table picture_uploads alter column bytes set storage external;
create index picture_uploads_waiting on picture_uploads (id) where state = 'waiting';
create index picture_uploads_picture_id on picture_uploads (picture_id) where picture_id is not null;

alter table pictures add column created_at timestamptz not null default shop_now();
create index pictures_created_at on pictures (created_at);

-- Hashes in the picture store that perhaps no rendition names: an entry is made before bytes are written and goes when the
-- rendition is there. What stays is removed from the store.
create table picture_garbage (
  hash text primary key,
  since timestamptz not null default shop_now(),
  -- While it is in the future somebody removes the bytes, and nobody may count on them.
  removing_until timestamptz
);
create index picture_garbage_since on picture_garbage (since);
create index picture_renditions_hash on picture_renditions (hash);
