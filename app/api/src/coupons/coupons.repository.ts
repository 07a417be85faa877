import type { ConsoleCoupon, CouponFields } from '@dhakacart/contract/coupons.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Coupon } from './coupon-terms.ts'

const columns = sql`
  id, code, percent, amount_paisa, most_paisa, minimum_paisa, total_limit, phone_limit, used_count, is_active,
  starts_at <= shop_now() as is_started, ends_at <= shop_now() as is_ended`

/** The coupons of these codes, by code. */
export async function findByCodes(db: DbOrTx, codes: readonly string[]): Promise<Map<string, Coupon>> {
  const result = await sql<Coupon>`select ${columns} from coupons where code = any (${codes}::text[])`.execute(db)
  return new Map(result.rows.map((coupon) => [coupon.code, coupon]))
}

/** The same, locked by ascending id until the transaction ends: the last use goes to one order. */
export async function lockByCodes(tx: Tx, codes: readonly string[]): Promise<Map<string, Coupon>> {
  const result = await sql<Coupon>`
    select ${columns} from coupons where code = any (${codes}::text[]) order by id for update`.execute(tx)
  return new Map(result.rows.map((coupon) => [coupon.code, coupon]))
}

/** How many orders of each phone use each coupon now; asked after locking the coupons. Keys are `id phone`. */
export async function countUses(
  tx: Tx,
  couponIds: readonly number[],
  phones: readonly string[],
): Promise<Map<string, number>> {
  const result = await sql<{ key: string; uses: number }>`
    select coupon_id || ' ' || phone as key, count(*) as uses from coupon_claims
    where coupon_id = any (${couponIds}::bigint[]) and phone = any (${phones}::text[]) and returned_at is null
    group by coupon_id, phone`.execute(tx)
  return new Map(result.rows.map(({ key, uses }) => [key, uses]))
}

export type Claim = { orderNumber: string; couponId: number; phone: string }

/** Records which orders use which locked coupons. */
export async function insertClaims(tx: Tx, claims: readonly Claim[]): Promise<void> {
  await sql`
    with claimed as (
      insert into coupon_claims (order_id, coupon_id, phone)
      select o.id, c."couponId", c.phone
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as c ("orderNumber" text, "couponId" bigint, phone text)
        join orders o on o.number = c."orderNumber"
      returning coupon_id
    ), counted as (
      select coupon_id, count(*) as uses from claimed group by coupon_id
    )
    update coupons set used_count = used_count + counted.uses from counted where coupons.id = counted.coupon_id`.execute(
    tx,
  )
}

/** The order no longer uses its coupon; nothing when it used none. The order must be locked, its stock not yet. */
export async function giveBack(tx: Tx, orderId: number): Promise<void> {
  await sql`
    with returned as (
      update coupon_claims set returned_at = shop_now() where order_id = ${orderId} and returned_at is null returning coupon_id
    )
    update coupons set used_count = used_count - 1 from returned where coupons.id = returned.coupon_id`.execute(tx)
}

/** An order that was over lives again: its coupon counts again, where neither all nor its phone have used it up meanwhile. */
export async function claimAgain(tx: Tx, orderId: number): Promise<void> {
  // Locked first, in a statement of its own: only what is read after that has seen the uses of those who came before.
  const locked = await sql`
    select c.id from coupons c join coupon_claims k on k.coupon_id = c.id
    where k.order_id = ${orderId} and k.returned_at is not null
    for update of c`.execute(tx)
  if (locked.rows.length === 0) return
  await sql`
    with counted as (
      update coupons c set used_count = used_count + 1
      from coupon_claims k
      where k.order_id = ${orderId} and k.returned_at is not null and c.id = k.coupon_id
        and (c.total_limit is null or c.used_count < c.total_limit)
        and (c.phone_limit is null or c.phone_limit > (
          select count(*) from coupon_claims o where o.coupon_id = c.id and o.phone = k.phone and o.returned_at is null))
      returning k.order_id
    )
    update coupon_claims set returned_at = null from counted where coupon_claims.order_id = counted.order_id`.execute(
    tx,
  )
}

/** Which number used the coupons of these orders is known no more; that they were used still is. */
export async function forgetPhones(tx: Tx, orderIds: readonly number[]): Promise<void> {
  await sql`update coupon_claims set phone = '' where order_id = any (${[...orderIds]}::bigint[])`.execute(tx)
}

const consoleColumns = sql`
  id, version, code, percent, amount_paisa, most_paisa, minimum_paisa, utc_text(starts_at) as starts_at,
  utc_text(ends_at) as ends_at, total_limit, phone_limit, is_active, used_count,
  (select coalesce(sum(o.discount_paisa), 0)::bigint from coupon_claims k join orders o on o.id = k.order_id
   where k.coupon_id = coupons.id and k.returned_at is null) as given_paisa`

async function select(db: DbOrTx, rest: RawBuilder<unknown>): Promise<ConsoleCoupon[]> {
  return (await sql<ConsoleCoupon>`select ${consoleColumns} from coupons ${rest}`.execute(db)).rows
}

/** Coupons newest first, from the one before `beforeId`; `code`: the beginning of one. */
export function list(db: DbOrTx, code: string, beforeId: number | null, limit: number): Promise<ConsoleCoupon[]> {
  return select(
    db,
    sql`where starts_with(code, ${code}) and (${beforeId}::bigint is null or id < ${beforeId}::bigint)
      order by id desc limit ${limit}`,
  )
}

export async function read(db: DbOrTx, id: number): Promise<ConsoleCoupon | null> {
  return (await select(db, sql`where id = ${id}`))[0] ?? null
}

export async function readByCode(db: DbOrTx, code: string): Promise<ConsoleCoupon | null> {
  return (await select(db, sql`where code = ${code}`))[0] ?? null
}

/** null when the code is taken. */
export async function insert(tx: Tx, fields: CouponFields): Promise<number | null> {
  const row = await tx
    .insertInto('coupons')
    .values(fields)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Changes everything but the code; false when somebody changed it since that version. */
export async function update(
  tx: Tx,
  id: number,
  version: number,
  { code: _, ...fields }: CouponFields,
): Promise<boolean> {
  const result = await tx
    .updateTable('coupons')
    .set({ ...fields, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
