-- When a webhook of the courier last named the parcel; null: none did. Newer than looked_at, it is still to be asked about.
alter table courier_bookings add column hinted_at timestamptz;
