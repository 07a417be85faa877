-- The one clock that decides. Every rule that depends on time reads shop_now(), never now():
-- a simulation replaces this function in its own database and so sets the time of everything at once.
-- PostgreSQL inlines it, so it costs nothing. The value is the start of the transaction.
create function shop_now() returns timestamptz
  language sql stable parallel safe
  return now();

create extension pg_trgm;
