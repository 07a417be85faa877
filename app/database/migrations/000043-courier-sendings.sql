-- When a courier was last asked for the parcel: until it has surely finished with that, nobody may say that nothing was booked.
alter table courier_bookings add column sent_at timestamptz;
update courier_bookings set sent_at = coalesce(looked_at, created_at) where state in ('sending', 'unknown');

-- `surplus`: the courier had taken a parcel that staff had found not to be booked, and another is on its way for the order.
alter table courier_bookings drop constraint courier_bookings_state_check;
alter table courier_bookings add constraint courier_bookings_state_check
  check (state in ('queued', 'sending', 'booked', 'unknown', 'refused', 'ended', 'surplus'));
