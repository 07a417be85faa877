-- The one clock that decides. Every rule that depends on time reads shop_now(), never now():
-- a simulation replaces this function in its own database and so sets the time of everything at once.
-- PostgreSQL inlines it, so it costs nothing. The value is the start of the transaction.
create function shop_now() returns timestamptz
  language sql stable parallel safe
  return now();

create extension pg_trgm;

-- An instant as the api writes it: UTC, ISO 8601, milliseconds.
create function utc_text(instant timestamptz) returns text
  language sql stable parallel safe
  return to_char(instant at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
