import type { CartLine } from '@dhakacart/contract/carts.schema.ts'
import { maxLineQuantity } from '@dhakacart/contract/shapes.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'
import { priceOf, runningSaleOf } from '../sales/sale-claims.service.ts'
import { lockingLevels } from '../stock/stock.service.ts'

export type LockedCart = {
  id: number
  tokenHash: Buffer
  orderKey: string
  additionKeys: string[]
  couponCode: string | null
  isOrdered: boolean
  isGone: boolean
}

/** A line with what is true of its variant now. */
export type CartLineRow = {
  variantId: number
  quantity: number
  addedPricePaisa: number
  sku: string
  options: unknown
  pictureId: string | null
  unitPricePaisa: number
  productSlug: string
  nameEn: string
  nameBn: string
  warrantyMonths: number
  weightGrams: number
  vatBasisPoints: number
  isOffered: boolean
}

/** Additions whose keys a cart remembers: a repeat comes within seconds, so twenty are plenty. */
const rememberedKeys = 20
/** A cart is gone this many days after its last use. */
export const cartDays = 30

/** The carts of these tokens, locked in ascending id until the transaction ends; unknown tokens are missing. */
export async function lockCarts(tx: Tx, tokenHashes: readonly Buffer[]): Promise<LockedCart[]> {
  const result = await sql<LockedCart>`
    select id, token_hash, order_key, addition_keys, coupon_code, ordered_at is not null as is_ordered,
           last_used_at < shop_now() - make_interval(days => ${cartDays}::integer) as is_gone
    from carts where token_hash = any(${[...tokenHashes]}::bytea[]) order by id for update`.execute(tx)
  return result.rows
}

/** Marks the cart as used now. */
export async function touch(tx: Tx, cartId: number): Promise<void> {
  await sql`update carts set last_used_at = shop_now() where id = ${cartId}`.execute(tx)
}

/** Units to add: to the locked cart of that id, or to a new cart made for the token. */
export type Addition = { variantId: number; quantity: number; key: string } & (
  | { cartId: number; newTokenHash: null }
  | { cartId: null; newTokenHash: Buffer }
)

/**
 * Adds units to lines, at most `maxQuantity` in each, or begins lines while a cart has fewer than `maxLines`; makes the carts
 * that are new, marks the others as used now, and remembers every addition's key. At most one addition per cart. The carts must
 * be locked: lines are counted here, and two additions at once must not both be the last. What is refused leaves its cart as
 * it was. Answers in the order of the additions.
 */
export async function addLines(
  db: DbOrTx,
  additions: readonly Addition[],
  { maxQuantity, maxLines }: { maxQuantity: number; maxLines: number },
): Promise<('added' | 'full' | 'not_offered')[]> {
  const result = await sql<{ item: number; hasRoom: boolean }>`
    with wanted as (
      select * from unnest(
        ${additions.map((one) => one.cartId)}::bigint[], ${additions.map((one) => one.newTokenHash)}::bytea[],
        ${additions.map((one) => one.key)}::text[], ${additions.map((one) => one.variantId)}::bigint[],
        ${additions.map((one) => one.quantity)}::integer[]
      ) with ordinality as w (cart_id, token_hash, key, variant_id, quantity, item)
    ), offered as (
      select w.*, ${priceOf(sql`w.quantity`)} as price_paisa from wanted w
        join variants v on v.id = w.variant_id and v.is_published
        join products p on p.id = v.product_id and p.is_published
        ${runningSaleOf(sql`v.id`)}
    ), room as (
      select o.item, count(l.cart_id) < ${maxLines}::integer or coalesce(bool_or(l.variant_id = o.variant_id), false) as has_room
      from offered o left join cart_lines l on l.cart_id = o.cart_id group by o.item
    ), made as (
      insert into carts (token_hash, addition_keys)
      select token_hash, array[key] from offered where cart_id is null
      returning id, token_hash
    ), used as (
      update carts c
      set last_used_at = shop_now(), addition_keys = (array_prepend(o.key, c.addition_keys))[1:${sql.lit(rememberedKeys)}]
      from offered o join room r on r.item = o.item and r.has_room
      where c.id = o.cart_id
    ), added as (
      insert into cart_lines (cart_id, variant_id, quantity, added_price_paisa)
      select coalesce(o.cart_id, m.id), o.variant_id, o.quantity, o.price_paisa
      from offered o join room r on r.item = o.item and r.has_room left join made m on m.token_hash = o.token_hash
      on conflict (cart_id, variant_id) do update
      set quantity = least(${maxQuantity}::integer, cart_lines.quantity + excluded.quantity),
          added_price_paisa = excluded.added_price_paisa
    )
    select item, has_room from room`.execute(db)
  const hasRoom = new Map(result.rows.map((row) => [row.item, row.hasRoom]))
  return additions.map((_, index) => {
    const found = hasRoom.get(index + 1)
    return found === undefined ? 'not_offered' : found ? 'added' : 'full'
  })
}

/** Sets the quantity of a line that exists; false when it does not. */
export async function setQuantity(tx: Tx, cartId: number, variantId: number, quantity: number): Promise<boolean> {
  const result = await tx
    .updateTable('cartLines')
    .set({ quantity })
    .where('cartId', '=', cartId)
    .where('variantId', '=', variantId)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function removeLine(tx: Tx, cartId: number, variantId: number): Promise<void> {
  await tx.deleteFrom('cartLines').where('cartId', '=', cartId).where('variantId', '=', variantId).execute()
}

/** For the `with` of the statement that writes orders: closes their carts for good. */
export function closing(cartIds: readonly number[]): RawBuilder<unknown> {
  return sql`update carts set ordered_at = shop_now() where id = any(${[...cartIds]}::bigint[])`
}

/** An open cart with its lines, oldest first. */
export type OpenCart = {
  tokenHash: Buffer
  orderKey: string
  couponCode: string | null
  lines: OpenCartLine[]
}
export type OpenCartLine = CartLineRow & { availableUnits: number; sale: CartLine['sale'] }

/** The open carts of these tokens; what is unknown, ordered or gone is missing. */
export async function readCarts(db: DbOrTx, tokenHashes: readonly Buffer[]): Promise<OpenCart[]> {
  // A cart without lines is one row whose line columns are null.
  const result = await sql<
    { cartId: number; tokenHash: Buffer; orderKey: string; couponCode: string | null } & OpenCart['lines'][number]
  >`
    select c.id as cart_id, c.token_hash, c.order_key, c.coupon_code, ${lineColumns},
      ${priceOf(sql`l.quantity`)} as unit_price_paisa, ${saleColumn}, coalesce(s.on_hand - s.held, 0) as available_units
    from carts c
      left join cart_lines l on l.cart_id = c.id
      left join variants v on v.id = l.variant_id
      left join products p on p.id = v.product_id
      left join stock_levels s on s.variant_id = l.variant_id
      ${runningSaleOf(sql`l.variant_id`)}
    where c.token_hash = any(${[...tokenHashes]}::bytea[]) and c.ordered_at is null
      and c.last_used_at >= shop_now() - make_interval(days => ${cartDays}::integer)
    order by c.id, l.added_at, l.variant_id`.execute(db)
  const rowsOfCarts = Map.groupBy(result.rows, (row) => row.cartId)
  return [...rowsOfCarts.values()].map((rows) => {
    const { tokenHash, orderKey, couponCode } = rows[0] as (typeof rows)[number]
    return { tokenHash, orderKey, couponCode, lines: rows.filter((row) => row.variantId !== null) }
  })
}

const lineColumns = sql`
  l.variant_id, l.quantity, l.added_price_paisa, v.sku, v.options, v.picture_id,
  p.slug as product_slug, p.name_en, p.name_bn, p.warranty_months, p.weight_grams, p.vat_basis_points,
  v.is_published and p.is_published as is_offered`

/** The sale a line's variant is in now, for whoever looks at the cart. */
const saleColumn = sql`
  case when sl.sale_id is not null then json_build_object(
    'pricePaisa', sl.price_paisa, 'usualPricePaisa', v.price_paisa, 'unitsLeft', least(sl.allotment - sl.taken_units, ${sql.lit(maxLineQuantity)}),
    'limitPerCustomer', sa.limit_per_customer, 'hasWaitingRoom', sa.has_waiting_room, 'endsAt', utc_text(upper(sl.during))) end as sale`

/**
 * A line of a cart that is being ordered, at its usual price, with the units that can be bought now. `isInSale`: a sale with its
 * variant runs, whose price and allotment must be read anew now that the stock is locked.
 */
export type LineToOrder = CartLineRow & { cartId: number; availableUnits: number; isInSale: boolean }

/**
 * The lines of locked carts by ascending variant id, their stock levels locked in that order, which is everybody's. A variant
 * without a stock row has none.
 */
export async function lockLinesToOrder(tx: Tx, cartIds: readonly number[]): Promise<LineToOrder[]> {
  const result = await sql<LineToOrder>`
    with ${lockingLevels(sql`select variant_id from cart_lines where cart_id = any(${[...cartIds]}::bigint[])`)}
    select l.cart_id, ${lineColumns}, v.price_paisa as unit_price_paisa, coalesce(k.available_units, 0) as available_units,
           sl.sale_id is not null as is_in_sale
    from cart_lines l
      join variants v on v.id = l.variant_id
      join products p on p.id = v.product_id
      left join locked_levels k on k.variant_id = l.variant_id
      ${runningSaleOf(sql`l.variant_id`)}
    where l.cart_id = any(${[...cartIds]}::bigint[]) order by l.variant_id`.execute(tx)
  return result.rows
}

/** Units in the open cart of a token; 0 when there is none. */
export async function countItems(db: DbOrTx, tokenHash: Buffer): Promise<number> {
  const result = await sql<{ itemCount: number }>`
    select coalesce(sum(l.quantity), 0)::integer as item_count
    from carts c join cart_lines l on l.cart_id = c.id
    where c.token_hash = ${tokenHash} and c.ordered_at is null
      and c.last_used_at >= shop_now() - make_interval(days => ${cartDays}::integer)`.execute(db)
  return result.rows[0]?.itemCount ?? 0
}

/** The open cart of a token; null when there is none. */
export async function findOpen(db: DbOrTx, tokenHash: Buffer): Promise<number | null> {
  const result = await sql<{ id: number }>`
    select id from carts where token_hash = ${tokenHash} and ordered_at is null`.execute(db)
  return result.rows[0]?.id ?? null
}

/** The cart of a token that was ordered; null for any other. */
export async function findOrdered(db: DbOrTx, tokenHash: Buffer): Promise<number | null> {
  const result = await sql<{ id: number }>`
    select id from carts where token_hash = ${tokenHash} and ordered_at is not null`.execute(db)
  return result.rows[0]?.id ?? null
}

/** Enters a coupon in a locked cart, or takes it out. */
export async function setCoupon(tx: Tx, cartId: number, code: string | null): Promise<void> {
  await tx.updateTable('carts').set({ couponCode: code }).where('id', '=', cartId).execute()
}

/** Deletes carts that are gone and were never ordered, and ordered ones of that age; returns how many. */
export async function deleteGone(db: DbOrTx, limit: number): Promise<number> {
  // Materialized: as a subquery it may run once for every cart there is, each time finding the next ones, beyond the limit.
  const result = await sql`
    with gone as materialized (
      select id from carts where last_used_at < shop_now() - make_interval(days => ${cartDays}::integer)
      order by last_used_at limit ${limit} for update skip locked)
    delete from carts using gone where carts.id = gone.id`.execute(db)
  return Number(result.numAffectedRows ?? 0n)
}
