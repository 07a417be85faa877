import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type LockedCart = { id: number; orderKey: string; isOrdered: boolean; isGone: boolean }

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

/** Makes a cart holding one line; returns its id, or null when the variant is not offered. */
export async function createWithLine(
  db: DbOrTx,
  cart: { tokenHash: Buffer; key: string; variantId: number; quantity: number },
): Promise<number | null> {
  const result = await sql<{ id: number }>`
    with offered as (
      select v.id, v.price_paisa from variants v join products p on p.id = v.product_id
      where v.id = ${cart.variantId} and v.is_published and p.is_published
    ), made as (
      insert into carts (token_hash, addition_keys) select ${cart.tokenHash}, array[${cart.key}::text] from offered returning id
    )
    insert into cart_lines (cart_id, variant_id, quantity, added_price_paisa)
    select made.id, offered.id, ${cart.quantity}, offered.price_paisa from made, offered
    returning cart_id as id`.execute(db)
  return result.rows[0]?.id ?? null
}

/** The cart of a token, locked until the transaction ends; null for an unknown token. */
export async function lockCart(tx: Tx, tokenHash: Buffer): Promise<LockedCart | null> {
  const result = await sql<LockedCart>`
    select id, order_key, ordered_at is not null as is_ordered,
           last_used_at < shop_now() - make_interval(days => ${cartDays}::integer) as is_gone
    from carts where token_hash = ${tokenHash} for update`.execute(tx)
  return result.rows[0] ?? null
}

/**
 * Locks the open cart of a token, marks it as used now and remembers the addition; null when there is no open cart or when this
 * addition was made before, which lockCart tells apart.
 */
export async function openForAddition(tx: Tx, tokenHash: Buffer, key: string): Promise<number | null> {
  const result = await sql<{ id: number }>`
    update carts
    set last_used_at = shop_now(), addition_keys = (array_prepend(${key}::text, addition_keys))[1:${sql.lit(rememberedKeys)}]
    where token_hash = ${tokenHash} and ordered_at is null
      and last_used_at >= shop_now() - make_interval(days => ${cartDays}::integer)
      and not ${key}::text = any (addition_keys)
    returning id`.execute(tx)
  return result.rows[0]?.id ?? null
}

/** Marks the cart as used now. */
export async function touch(tx: Tx, cartId: number): Promise<void> {
  await sql`update carts set last_used_at = shop_now() where id = ${cartId}`.execute(tx)
}

export type Addition = { cartId: number; variantId: number; quantity: number; maxQuantity: number; maxLines: number }

/**
 * Adds units to a line, at most `maxQuantity` in all, or begins one while there are fewer than `maxLines`. The cart must be
 * locked: the lines are counted here, and two additions at once must not both be the last.
 */
export async function addToLine(tx: Tx, addition: Addition): Promise<'added' | 'full' | 'not_offered'> {
  const { cartId, variantId, quantity, maxQuantity, maxLines } = addition
  const result = await sql<{ isOffered: boolean; hasRoom: boolean }>`
    with offered as (
      select v.id, v.price_paisa from variants v join products p on p.id = v.product_id
      where v.id = ${variantId} and v.is_published and p.is_published
    ), room as (
      select count(*) < ${maxLines}::integer or coalesce(bool_or(variant_id = ${variantId}), false) as has_room
      from cart_lines where cart_id = ${cartId}
    ), added as (
      insert into cart_lines (cart_id, variant_id, quantity, added_price_paisa)
      select ${cartId}::bigint, offered.id, ${quantity}::integer, offered.price_paisa from offered, room where room.has_room
      on conflict (cart_id, variant_id) do update
      set quantity = least(${maxQuantity}::integer, cart_lines.quantity + excluded.quantity),
          added_price_paisa = excluded.added_price_paisa
    )
    select exists (select from offered) as is_offered, has_room from room`.execute(tx)
  const [row] = result.rows
  if (!row?.isOffered) return 'not_offered'
  return row.hasRoom ? 'added' : 'full'
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

/** For the `with` of the statement that writes an order: closes its cart for good. */
export function closing(cartId: number): RawBuilder<unknown> {
  return sql`update carts set ordered_at = shop_now() where id = ${cartId}`
}

/** The open cart of a token with its lines, oldest first; null when there is none. */
export async function readCart(
  db: DbOrTx,
  tokenHash: Buffer,
): Promise<{ orderKey: string; lines: (CartLineRow & { availableUnits: number })[] } | null> {
  // A cart without lines is one row whose line columns are null.
  const result = await sql<{ orderKey: string } & CartLineRow & { availableUnits: number }>`
    select c.order_key, ${lineColumns}, coalesce(s.on_hand - s.held, 0) as available_units
    from carts c
      left join cart_lines l on l.cart_id = c.id
      left join variants v on v.id = l.variant_id
      left join products p on p.id = v.product_id
      left join stock_levels s on s.variant_id = l.variant_id
    where c.token_hash = ${tokenHash} and c.ordered_at is null
      and c.last_used_at >= shop_now() - make_interval(days => ${cartDays}::integer)
    order by l.added_at, l.variant_id`.execute(db)
  const [first] = result.rows
  if (first === undefined) return null
  return { orderKey: first.orderKey, lines: result.rows.filter((row) => row.variantId !== null) }
}

const lineColumns = sql`
  l.variant_id, l.quantity, l.added_price_paisa, v.sku, v.options, v.picture_id, v.price_paisa as unit_price_paisa,
  p.slug as product_slug, p.name_en, p.name_bn, p.warranty_months, p.weight_grams, p.vat_basis_points,
  v.is_published and p.is_published as is_offered`

/** The lines of a locked cart by ascending variant id, the order in which everybody locks stock. */
export async function readLines(tx: Tx, cartId: number): Promise<CartLineRow[]> {
  const result = await sql<CartLineRow>`
    select ${lineColumns}
    from cart_lines l join variants v on v.id = l.variant_id join products p on p.id = v.product_id
    where l.cart_id = ${cartId} order by l.variant_id`.execute(tx)
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
