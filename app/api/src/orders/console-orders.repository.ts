import type { CancellationRequest } from '@dhakacart/contract/cancellations.schema.ts'
import {
  type ConsoleOrder,
  type ConsoleOrderFilters,
  type ConsoleOrderRow,
  type OrderProblem,
  orderProblems,
} from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderReturn } from '@dhakacart/contract/returns.schema.ts'
import type { Db, DbOrTx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import { isToStop } from '../couriers/bookings.repository.ts'
import { refusedParcels } from './cod.repository.ts'
import { readOrderSearch } from './orders.search.ts'

/** A parcel belongs with the courier 48 hours after the order (Digital Commerce Guidelines 2021). */
const shipWithinHours = 48
/** The same guidelines: delivered within ten days wherever it goes. */
const deliverWithinDays = 10
/** Most orders that one word of a search may mean; more is no search any more. */
const maxCandidates = 1_000

const problemConditions: Record<OrderProblem, RawBuilder<unknown>> = {
  late_to_ship: sql`(o.state in ('confirmed', 'packed')
    and o.placed_at < shop_now() - make_interval(hours => ${sql.lit(shipWithinHours)}))`,
  late_to_deliver: sql`(o.state in ('shipped', 'delivery_failed')
    and o.placed_at < shop_now() - make_interval(days => ${sql.lit(deliverWithinDays)}))`,
  delivery_failed: sql`(o.state = 'delivery_failed')`,
  return_open: sql`exists (
    select from order_returns r where r.order_id = o.id and r.state in ('requested', 'approved'))`,
  cancel_asked: sql`exists (
    select from cancellation_requests r where r.order_id = o.id and r.state = 'requested')`,
  called_back: sql`(o.state in ('shipped', 'delivery_failed') and exists (
    select from cancellation_requests r where r.order_id = o.id and r.state = 'accepted'))`,
  refund_due: sql`exists (select from refunds f where f.order_id = o.id and f.state in ('refused', 'by_hand'))`,
  payment_review: sql`(o.payment_review is not null)`,
  parcel_called_off: sql`exists (select from courier_bookings b where b.order_id = o.id and ${isToStop})`,
}

/** How many orders have each problem. */
export async function countProblems(db: Db): Promise<Record<OrderProblem, number>> {
  const counts = Object.entries(problemConditions).map(
    ([name, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(name)}`,
  )
  // A problem of a finished order is money or goods that still have to move, or to stop; each has an index of its own.
  const result = await sql<Record<string, number>>`
    select ${sql.join(counts)} from orders o
    where o.state not in ('delivered', 'cancelled', 'expired', 'returned') or o.id in (
      select order_id from refunds where state in ('refused', 'by_hand')) or o.id in (
      select order_id from courier_bookings b where ${isToStop})`.execute(db)
  const row = result.rows[0] ?? {}
  return Object.fromEntries(
    orderProblems.map((problem) => [problem, row[problem.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())] ?? 0]),
  ) as Record<OrderProblem, number>
}

const problems = sql`array_remove(array[${sql.join(
  Object.entries(problemConditions).map(([name, condition]) => sql`case when ${condition} then ${sql.lit(name)} end`),
)}], null)`

const rowColumns = sql`
  o.id, o.number, o.version, o.state, o.payment_method, o.customer_name, o.customer_phone, o.total_paisa, o.advance_paisa,
  json_build_object('en', d.name_en, 'bn', d.name_bn) as district,
  (select coalesce(sum(l.quantity), 0)::integer from order_lines l where l.order_id = o.id) as item_count,
  s.courier, s.tracking_number, utc_text(o.placed_at) as placed_at, ${problems} as problems`

const rowTables = sql`
  orders o
    join upazilas u on u.id = o.upazila_id
    join districts d on d.id = u.district_id
    left join lateral (
      select courier, tracking_number from shipments s where s.order_id = o.id order by s.id desc limit 1
    ) s on true`

/** Orders newest first, from the one before `beforeId`; personal data whole. */
export async function list(
  db: Db,
  filters: ConsoleOrderFilters,
  beforeId: number | null,
  limit: number,
): Promise<ConsoleOrderRow[]> {
  const conditions = [...toConditions(filters), ...(beforeId === null ? [] : [sql`o.id < ${beforeId}`])]
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
  const result = await sql<ConsoleOrderRow>`
    select ${rowColumns} from ${rowTables} where ${where} order by o.id desc limit ${limit}`.execute(db)
  return result.rows
}

function toConditions(filters: ConsoleOrderFilters): RawBuilder<unknown>[] {
  const { q, state, method, district, courier, problem, from, to, minPaisa, maxPaisa } = filters
  const given: [unknown, () => RawBuilder<unknown>][] = [
    [q, () => sql`o.id in (${candidates(q as string)})`],
    [state?.length, () => sql`o.state = any (${state}::text[])`],
    [method, () => sql`o.payment_method = ${method}`],
    [district, () => sql`d.slug = ${district}`],
    [courier, () => sql`s.courier = ${courier}`],
    [problem, () => problemConditions[problem as OrderProblem]],
    [from, () => sql`o.placed_at >= ${from}::date::timestamp at time zone 'Asia/Dhaka'`],
    [to, () => sql`o.placed_at < (${to}::date + 1)::timestamp at time zone 'Asia/Dhaka'`],
    [minPaisa, () => sql`o.total_paisa >= ${minPaisa}`],
    [maxPaisa, () => sql`o.total_paisa <= ${maxPaisa}`],
  ]
  return given.filter(([value]) => value !== undefined && value !== 0).map(([, condition]) => condition())
}

/** The ids of orders that a search text can mean, each kind found by its own index. */
function candidates(q: string): RawBuilder<unknown> {
  const { number, phone, name, unit, sku } = readOrderSearch(q)
  const newest = sql`order by 1 desc limit ${sql.lit(maxCandidates)}`
  const found = [
    sql`(select order_id as id from order_lines where sku = ${sku} ${newest})`,
    ...(number === null ? [] : [sql`(select id from orders where number = ${number})`]),
    ...(phone === null ? [] : [sql`(select id from orders where customer_phone = ${phone} ${newest})`]),
    ...(unit === null ? [] : [sql`(select order_id from order_units where identity = ${unit} ${newest})`]),
    ...(name === null ? [] : [sql`(select id from orders where customer_name ilike ${name} ${newest})`]),
  ]
  return sql.join(found, sql` union `)
}

export type ConsoleOrderDetail = Omit<ConsoleOrder, 'lines' | 'nextStates'> & {
  lines: Omit<ConsoleOrder['lines'][number], 'linePaisa'>[]
}

/** One order with its whole story; personal data whole; null when there is none. */
export async function read(db: DbOrTx, id: number): Promise<ConsoleOrderDetail | null> {
  const result = await sql<ConsoleOrderDetail>`
    select ${rowColumns}, o.language, o.customer_email, o.delivery_note, o.subtotal_paisa, o.coupon_code,
      o.discount_paisa, o.delivery_fee_paisa, o.vat_paisa,
      utc_text(o.hold_expires_at) as hold_expires_at,
      to_char((o.placed_at at time zone 'Asia/Dhaka') + make_interval(days => o.delivery_days_max), 'YYYY-MM-DD') as expected_to,
      json_build_object(
        'division', json_build_object('en', v.name_en, 'bn', v.name_bn),
        'district', json_build_object('en', d.name_en, 'bn', d.name_bn),
        'upazila', json_build_object('en', u.name_en, 'bn', u.name_bn),
        'street', o.street_address) as address,
      ${lines} as lines, ${timeline} as timeline, ${returns} as returns, ${cancellations} as cancellations,
      (select count(*) from orders p where p.customer_phone = o.customer_phone) as phone_orders,
      ${refusedParcels(sql`o.customer_phone`)} as phone_refused
    from ${rowTables} join divisions v on v.id = d.division_id
    where o.id = ${id}`.execute(db)
  return result.rows[0] ?? null
}

const lines = sql`(
  select json_agg(json_build_object(
    'variantId', l.variant_id, 'sku', l.sku, 'productSlug', l.product_slug,
    'name', json_build_object('en', l.name_en, 'bn', l.name_bn), 'options', l.options, 'pictureId', l.picture_id,
    'quantity', l.quantity, 'unitPricePaisa', l.unit_price_paisa, 'vatPaisa', l.vat_paisa, 'discountPaisa', l.discount_paisa,
    'warrantyMonths', l.warranty_months, 'unitIdentity', c.unit_identity,
    'units', (
      select coalesce(json_agg(n.identity order by n.id), '[]'::json) from order_units n
      where n.order_id = o.id and n.variant_id = l.variant_id and n.returned_at is null)
    ) order by l.position)
  from order_lines l join variants a on a.id = l.variant_id join products p on p.id = a.product_id
    join categories c on c.id = p.category_id
  where l.order_id = o.id)`

const timeline = sql`(
  select json_agg(json_build_object('kind', e.kind, 'at', utc_text(e.at), 'by', f.name, 'text', e.text, 'detail', e.detail)
    order by e.at, e.rank, e.id)
  from (
    select 'step' as kind, t.changed_at as at, t.staff_id, t.to_state as text, t.cause as detail, 2 as rank, t.id
    from order_transitions t where t.order_id = o.id
    union all
    select 'note', n.noted_at, n.staff_id, n.text, null, 3, n.id from order_notes n where n.order_id = o.id
    union all
    select 'shipment', h.shipped_at, null, h.courier, h.tracking_number, 1, h.id from shipments h where h.order_id = o.id
    union all
    select 'return', r.requested_at, null, r.state, r.reason, 0, r.id from order_returns r where r.order_id = o.id
    union all
    select 'cancellation', r.requested_at, null, r.state, r.reason, 0, r.id
    from cancellation_requests r where r.order_id = o.id
  ) e left join staff f on f.id = e.staff_id)`

/** The returns of order `o`, oldest first, as JSON. */
const returns = sql<OrderReturn[]>`(
  select coalesce(json_agg(json_build_object(
    'id', r.id, 'version', r.version, 'state', r.state, 'requestedBy', r.requested_by, 'reason', r.reason, 'note', r.note,
    'decisionNote', r.decision_note, 'refundPaisa', r.refund_paisa, 'requestedAt', utc_text(r.requested_at),
    'lines', (
      select json_agg(json_build_object(
        'variantId', b.variant_id, 'sku', l.sku, 'name', json_build_object('en', l.name_en, 'bn', l.name_bn),
        'quantity', b.quantity, 'restocked', b.restocked, 'writtenOff', b.written_off) order by l.position)
      from order_return_lines b join order_lines l on l.order_id = r.order_id and l.variant_id = b.variant_id
      where b.return_id = r.id)
    ) order by r.id), '[]'::json)
  from order_returns r where r.order_id = o.id)`

/** What was asked about cancelling order `o`, oldest first, as JSON. */
const cancellations = sql<CancellationRequest[]>`(
  select coalesce(json_agg(json_build_object(
    'id', r.id, 'version', r.version, 'state', r.state, 'reason', r.reason, 'note', r.note,
    'decisionNote', r.decision_note, 'requestedAt', utc_text(r.requested_at)) order by r.id), '[]'::json)
  from cancellation_requests r where r.order_id = o.id)`
