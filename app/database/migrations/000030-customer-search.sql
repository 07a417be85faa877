-- Finding people by a part of their name, and orders of guests by e-mail.
create index customers_name on customers using gin (name gin_trgm_ops) where name is not null;
create index orders_customer_email on orders (customer_email, id) where customer_email is not null;
-- The newest order of a phone is its last entry; the rules of cash on delivery go on using it.
create index orders_customer_phone_id on orders (customer_phone, id);
drop index orders_customer_phone;
