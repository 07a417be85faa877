import type { BookableOrder } from '@dhakacart/contract/console-couriers.schema.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import { isToStop } from './bookings.repository.ts'
import type { CourierPlace } from './courier.ts'

/** What the courier is to collect at the door: nothing where it is paid online, the rest where an advance was. */
const collectPaisa: RawBuilder<number> = sql`case o.payment_method when 'cash_on_delivery' then o.total_paisa - o.advance_paisa else 0 end`

const isWaiting = sql`o.state in ('packed', 'delivery_failed') and not exists (
  select from courier_bookings b where b.order_id = o.id and b.state in ('queued', 'sending', 'booked', 'unknown', 'surplus'))`

/** Orders that are packed, or came back undelivered, without a parcel on its way, by id, which is the order of placing. */
export async function listBookable(db: DbOrTx, afterId: number, limit: number): Promise<BookableOrder[]> {
  const result = await sql<BookableOrder>`
    select o.id, o.number, o.state, ${collectPaisa} as collect_paisa, o.updated_at as waits_since,
           json_build_object('en', d.name_en, 'bn', d.name_bn) as district,
           json_build_object('en', u.name_en, 'bn', u.name_bn) as upazila,
           (select coalesce(sum(l.quantity), 0)::integer from order_lines l where l.order_id = o.id) as item_count
    from orders o join upazilas u on u.id = o.upazila_id join districts d on d.id = u.district_id
    where ${isWaiting} and o.id > ${afterId}
    order by o.id limit ${limit}`.execute(db)
  return result.rows
}

export type Counts = { toBook: number; unknown: number; refused: number; calledOff: number }

/** What waits for a person. Refusals count until their order has been booked in another way. */
export async function countWaiting(db: DbOrTx): Promise<Counts> {
  const result = await sql<Counts>`
    select (select count(*) from orders o where ${isWaiting})::integer as to_book,
           (select count(*) from courier_bookings where state = 'unknown')::integer as unknown,
           (select count(*) from courier_bookings b join orders o on o.id = b.order_id
            where b.state = 'refused' and ${isWaiting} and not exists (
              select from courier_bookings later where later.order_id = b.order_id and later.id > b.id))::integer as refused,
           (select count(*) from courier_bookings b where ${isToStop})::integer as called_off`.execute(db)
  return result.rows[0] as Counts
}

export type ParcelContent = {
  orderId: number
  customerName: string
  customerPhone: string
  street: string
  upazila: string
  district: string
  note: string | null
  itemCount: number
  collectPaisa: number
  /** The zone of Pathao that its upazila is, while the courier has it; null when none is known. */
  place: (CourierPlace & { isPriceOnly: boolean }) | null
}

/** What couriers are told about orders, by their ids, in English, which their systems print. */
export async function readContents(db: DbOrTx, orderIds: readonly number[]): Promise<Map<number, ParcelContent>> {
  const result = await sql<ParcelContent>`
    select o.id as order_id, o.customer_name, o.customer_phone, o.street_address as street, u.name_en as upazila,
           d.name_en as district, o.delivery_note as note, ${collectPaisa} as collect_paisa,
           (select coalesce(sum(l.quantity), 0)::integer from order_lines l where l.order_id = o.id) as item_count,
           case when z.place_id is not null then json_build_object(
             'cityId', z.city_id, 'zoneId', z.place_id, 'isPriceOnly', m.is_price_only) end as place
    from orders o join upazilas u on u.id = o.upazila_id join districts d on d.id = u.district_id
      left join courier_place_matches m on m.courier = 'pathao' and m.upazila_id = u.id
      left join courier_places z
        on z.courier = m.courier and z.kind = 'zone' and z.place_id = m.zone_id and z.gone_at is null
    where o.id = any(${[...orderIds]}::bigint[])`.execute(db)
  return new Map(result.rows.map((content) => [content.orderId, content]))
}
