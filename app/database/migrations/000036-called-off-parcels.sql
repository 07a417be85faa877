-- Since when an order does not want a parcel that its courier has, or perhaps has; null: it wants it.
alter table courier_bookings add column called_off_at timestamptz;
create index courier_bookings_called_off on courier_bookings (order_id) where called_off_at is not null;

-- Orders cancelled before this was kept.
update courier_bookings b set state = 'ended', reason = 'order_cancelled', next_look_at = null,
       updated_at = shop_now(), version = b.version + 1
from orders o where o.id = b.order_id and o.state = 'cancelled' and b.state = 'queued';
update courier_bookings b set called_off_at = shop_now(), updated_at = shop_now(), version = b.version + 1
from orders o where o.id = b.order_id and o.state = 'cancelled' and b.state in ('sending', 'booked', 'unknown');
