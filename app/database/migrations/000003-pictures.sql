-- A picture is known by the hash of what it was made from; its renditions by the hash of their bytes, so neither ever changes.
create table pictures (
  id text primary key,
  width integer not null,
  height integer not null
);

create table picture_renditions (
  picture_id text not null references pictures (id),
  format text not null check (format in ('avif', 'webp')),
  width integer not null,
  -- SHA-256 of the bytes, hexadecimal: the address in the picture store and in the URL.
  hash text not null,
  primary key (picture_id, format, width)
);

-- The picture store of a shop without an S3-compatible one.
create table picture_bytes (
  hash text primary key,
  content_type text not null,
  bytes bytea not null
);
-- AVIF and WebP do not compress further.
alter table picture_bytes alter column bytes set storage external;

alter table categories add foreign key (picture_id) references pictures (id);
alter table variants add foreign key (picture_id) references pictures (id);
