-- Files with people in them are not kept for ever: when the rows of a finished import were emptied; null while they are whole.
alter table imports add column rows_emptied_at timestamptz;
create index imports_rows_to_empty on imports (finished_at) where state = 'done' and rows_emptied_at is null;
