import type { Option } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { CartOrder, Order, OrderState } from '@dhakacart/contract/orders.schema.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type NewOrder = {
  number: string
  token: string
  cartId: number
  idempotencyKey: string
  requestHash: Buffer
  /** null: ordered as a guest. */
  customerId: number | null
  state: OrderState
  paymentMethod: PaymentMethod
  language: Language
  customerName: string
  customerPhone: string
  customerEmail: string | null
  upazilaId: number
  streetAddress: string
  deliveryNote: string | null
  zoneCode: string
  deliveryDaysMin: number
  deliveryDaysMax: number
  subtotalPaisa: number
  deliveryFeePaisa: number
  totalPaisa: number
  vatPaisa: number
  /** null: not waiting for a payment. */
  holdSeconds: number | null
  /** Of a total to be paid on delivery, what is paid online first. */
  advancePaisa: number
  couponCode: string | null
  discountPaisa: number
}

export type NewOrderLine = {
  variantId: number
  sku: string
  productSlug: string
  nameEn: string
  nameBn: string
  options: Option[]
  pictureId: string | null
  warrantyMonths: number
  unitPricePaisa: number
  quantity: number
  vatPaisa: number
  /** The line's share of the order's discount. */
  discountPaisa: number
}

/** An order's row as decisions need it, locked until the transaction ends. */
export type LockedOrder = {
  id: number
  number: string
  state: OrderState
  version: number
  paymentMethod: PaymentMethod
  totalPaisa: number
  /** Of the total, what must be paid online first although the rest is paid at the door. */
  advancePaisa: number
  isHoldOver: boolean
  /** A person must look at its payment before it is packed. */
  needsPaymentReview: boolean
  hasEmail: boolean
}

/** What other features write in the statement that writes orders, which shows them as `placed (id, number)`. */
export type Alongside = {
  closing: RawBuilder<unknown>
  promise: RawBuilder<unknown>
  taking: RawBuilder<unknown>
  claiming: RawBuilder<unknown>
}

/** What the database's clock made of a new order; instants in UTC, days in Asia/Dhaka. */
export type WrittenOrder = {
  number: string
  placedAt: string
  holdExpiresAt: string | null
  expectedFrom: string
  expectedTo: string
}

/**
 * Writes orders, their lines, the first step of their history and what comes with them in one statement: popular variants are
 * locked until the commit, so nothing else may lie between.
 */
export async function insertOrders(
  tx: Tx,
  placed: readonly { order: NewOrder; lines: readonly NewOrderLine[] }[],
  alongside: Alongside,
): Promise<WrittenOrder[]> {
  const rows = placed.map(({ order }) => ({ ...order, requestHash: order.requestHash.toString('hex') }))
  const lines = placed.flatMap(({ order, lines }) =>
    lines.map((line, position) => ({ ...line, position, orderNumber: order.number })),
  )
  const result = await sql<WrittenOrder>`
    with placed as (
      insert into orders (
        number, token, cart_id, idempotency_key, request_hash, customer_id, state, payment_method, language,
        customer_name, customer_phone, customer_email, upazila_id, street_address, delivery_note,
        zone_code, delivery_days_min, delivery_days_max,
        subtotal_paisa, delivery_fee_paisa, total_paisa, vat_paisa, hold_expires_at, advance_paisa, coupon_code,
        discount_paisa)
      select o.number, o.token, o."cartId", o."idempotencyKey", decode(o."requestHash", 'hex'), o."customerId", o.state,
             o."paymentMethod", o.language, o."customerName", o."customerPhone", o."customerEmail", o."upazilaId", o."streetAddress",
             o."deliveryNote", o."zoneCode", o."deliveryDaysMin", o."deliveryDaysMax", o."subtotalPaisa",
             o."deliveryFeePaisa", o."totalPaisa", o."vatPaisa", shop_now() + make_interval(secs => o."holdSeconds"),
             o."advancePaisa", o."couponCode", o."discountPaisa"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (
        number text, token text, "cartId" bigint, "idempotencyKey" uuid, "requestHash" text, "customerId" bigint, state text, "paymentMethod" text,
        language text, "customerName" text, "customerPhone" text, "customerEmail" text, "upazilaId" bigint,
        "streetAddress" text, "deliveryNote" text, "zoneCode" text, "deliveryDaysMin" integer, "deliveryDaysMax" integer,
        "subtotalPaisa" bigint, "deliveryFeePaisa" bigint, "totalPaisa" bigint, "vatPaisa" bigint, "holdSeconds" integer, "advancePaisa" bigint, "couponCode" text,
        "discountPaisa" bigint)
      returning id, number, state, placed_at, hold_expires_at, delivery_days_min, delivery_days_max
    ), written_lines as (
      insert into order_lines (
        order_id, variant_id, position, sku, product_slug, name_en, name_bn, options, picture_id, warranty_months,
        unit_price_paisa, quantity, vat_paisa, discount_paisa)
      select p.id, l."variantId", l.position, l.sku, l."productSlug", l."nameEn", l."nameBn", l.options, l."pictureId",
             l."warrantyMonths", l."unitPricePaisa", l.quantity, l."vatPaisa",
             l."discountPaisa"
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l (
        "orderNumber" text, "variantId" bigint, position integer, sku text, "productSlug" text, "nameEn" text, "nameBn" text,
        options jsonb, "pictureId" text, "warrantyMonths" integer, "unitPricePaisa" bigint, quantity integer,
        "vatPaisa" bigint, "discountPaisa" bigint)
        join placed p on p.number = l."orderNumber"
    ), first_step as (
      insert into order_transitions (order_id, to_state, cause) select id, state, 'order placed' from placed
    ), closed as (${alongside.closing}), promised as (${alongside.promise}), ${alongside.taking} ${alongside.claiming}
    select number, ${momentColumns} from placed as o`.execute(tx)
  return result.rows
}

const momentColumns = sql`
  utc_text(o.placed_at) as placed_at,
  utc_text(o.hold_expires_at) as hold_expires_at,
  to_char((o.placed_at at time zone 'Asia/Dhaka') + make_interval(days => o.delivery_days_min), 'YYYY-MM-DD') as expected_from,
  to_char((o.placed_at at time zone 'Asia/Dhaka') + make_interval(days => o.delivery_days_max), 'YYYY-MM-DD') as expected_to`

/** `staffId`: who did it, when it was one of the staff. */
export async function setState(
  tx: Tx,
  order: LockedOrder,
  toState: OrderState,
  cause: string,
  staffId: number | null = null,
): Promise<void> {
  await sql`
    with changed as (
      update orders set state = ${toState}, hold_expires_at = null, version = version + 1, updated_at = shop_now()
      where id = ${order.id} returning id
    )
    insert into order_transitions (order_id, from_state, to_state, cause, staff_id)
    select id, ${order.state}, ${toState}, ${cause}, ${staffId}::bigint from changed`.execute(tx)
}

export async function lockOrder(tx: Tx, id: number): Promise<LockedOrder | null> {
  const result = await sql<LockedOrder>`
    select id, number, state, version, payment_method, total_paisa, advance_paisa,
           coalesce(hold_expires_at <= shop_now(), false) as is_hold_over, payment_review is not null as needs_payment_review,
           customer_email is not null as has_email
    from orders where id = ${id} for update`.execute(tx)
  return result.rows[0] ?? null
}

/** Locks orders until the transaction ends, in the one order in which everybody locks several. */
export async function lockOrders(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`select id from orders where id = any(${[...ids]}::bigint[]) order by id for update`.execute(tx)
}

export async function stockLines(tx: Tx, orderId: number): Promise<{ variantId: number; quantity: number }[]> {
  return tx
    .selectFrom('orderLines')
    .select(['variantId', 'quantity'])
    .where('orderId', '=', orderId)
    .orderBy('variantId')
    .execute()
}

/** The orders placed from carts, with what tells a repeat from a different request. */
export async function findPlaced(db: DbOrTx, cartIds: readonly number[]) {
  return db
    .selectFrom('orders')
    .select(['cartId', 'token', 'idempotencyKey', 'requestHash'])
    .where('cartId', 'in', [...cartIds])
    .execute()
}

/** The order placed from a cart within the last so many hours. */
export async function findOfCart(db: DbOrTx, cartId: number, withinHours: number): Promise<CartOrder | null> {
  const result = await sql<CartOrder>`
    select token, number, state, utc_text(hold_expires_at) as hold_expires_at from orders
    where cart_id = ${cartId} and placed_at > shop_now() - make_interval(hours => ${withinHours}::integer)`.execute(db)
  return result.rows[0] ?? null
}

/** Id and state of the order a token opens; null when it opens none. */
export async function findByToken(db: DbOrTx, token: string): Promise<{ id: number; state: OrderState } | null> {
  const row = await db.selectFrom('orders').select(['id', 'state']).where('token', '=', token).executeTakeFirst()
  return row === undefined ? null : { id: row.id, state: row.state as OrderState }
}

/** Orders whose hold is over, oldest first. */
export async function findExpired(db: DbOrTx, limit: number): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select id from orders where hold_expires_at <= shop_now() order by hold_expires_at, id limit ${limit}`.execute(db)
  return result.rows.map((row) => row.id)
}

export type OrderRow = Omit<Order, 'canCancel' | 'lines' | 'itemCount'> & {
  language: Language
  lines: Omit<Order['lines'][number], 'linePaisa'>[]
}

/** Whole orders in one read. */
async function readOrders(db: DbOrTx, where: RawBuilder<unknown>): Promise<OrderRow[]> {
  const result = await sql<OrderRow>`
    select o.number, o.token, o.state, o.language, o.payment_method, o.customer_name, o.customer_phone, o.customer_email, o.delivery_note,
      o.subtotal_paisa, o.delivery_fee_paisa, o.total_paisa, o.vat_paisa, o.advance_paisa, o.coupon_code, o.discount_paisa,
      ${momentColumns},
      json_build_object(
        'division', json_build_object('en', v.name_en, 'bn', v.name_bn),
        'district', json_build_object('en', d.name_en, 'bn', d.name_bn),
        'upazila', json_build_object('en', u.name_en, 'bn', u.name_bn),
        'street', o.street_address) as address,
      (select json_agg(json_build_object('state', t.to_state, 'at', utc_text(t.changed_at)) order by t.id)
       from order_transitions t where t.order_id = o.id) as steps,
      o.state in ('shipped', 'delivery_failed')
        and exists (select from cancellation_requests r where r.order_id = o.id and r.state = 'accepted') as is_called_back,
      (select json_agg(json_build_object(
         'sku', l.sku, 'productSlug', l.product_slug, 'name', json_build_object('en', l.name_en, 'bn', l.name_bn),
         'options', l.options, 'pictureId', l.picture_id, 'quantity', l.quantity, 'unitPricePaisa', l.unit_price_paisa,
         'warrantyMonths', l.warranty_months) order by l.position)
       from order_lines l where l.order_id = o.id) as lines
    from orders o
      join upazilas u on u.id = o.upazila_id
      join districts d on d.id = u.district_id
      join divisions v on v.id = d.division_id
    where ${where}`.execute(db)
  return result.rows
}

async function readOrder(db: DbOrTx, where: RawBuilder<unknown>): Promise<OrderRow | null> {
  return (await readOrders(db, where))[0] ?? null
}

export const readByToken = (db: DbOrTx, token: string) => readOrder(db, sql`o.token = ${token}`)
export const readByTokens = (db: DbOrTx, tokens: readonly string[]) =>
  readOrders(db, sql`o.token = any(${[...tokens]}::text[])`)
export const readById = (db: DbOrTx, id: number) => readOrder(db, sql`o.id = ${id}`)
export const readByNumberAndPhone = (db: DbOrTx, number: string, phone: string) =>
  readOrder(db, sql`o.number = ${number} and o.customer_phone = ${phone}`)
