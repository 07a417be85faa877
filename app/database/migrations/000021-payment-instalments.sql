-- Months over which the shopper chose to pay by card; null: all at once.
alter table payment_attempts add column instalment_months integer check (instalment_months between 2 and 48);
