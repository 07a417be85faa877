import type { Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { cartDays } from './carts.repository.ts'

export type JoinableCart = { id: number; tokenHash: Buffer; isOpen: boolean }

/** Carts by their tokens, locked until the transaction ends, lower id first: two joins with the same carts cannot deadlock. */
export async function lockCarts(tx: Tx, tokenHashes: readonly Buffer[]): Promise<JoinableCart[]> {
  const result = await sql<JoinableCart>`
    select id, token_hash,
      ordered_at is null and last_used_at >= shop_now() - make_interval(days => ${sql.lit(cartDays)}) as is_open
    from carts where token_hash = any(${[...tokenHashes]}::bytea[]) order by id for update`.execute(tx)
  return result.rows
}

export type LineLimits = { maxQuantity: number; maxLines: number }

/**
 * Moves the lines of one cart into another and deletes the emptied one. The same variant gathers in one line; of new ones the
 * newest come along as long as there is room. Additions that both carts remember stay remembered.
 */
export async function moveLines(tx: Tx, fromId: number, toId: number, limits: LineLimits): Promise<void> {
  await sql`
    with coming as (
      select l.*, exists (select from cart_lines t where t.cart_id = ${toId} and t.variant_id = l.variant_id) as is_there
      from cart_lines l where l.cart_id = ${fromId}
    ), ranked as (
      select *, row_number() over (partition by is_there order by added_at desc, variant_id) as place from coming
    ), room as (
      select ${limits.maxLines}::integer - count(*) as lines from cart_lines where cart_id = ${toId}
    )
    insert into cart_lines (cart_id, variant_id, quantity, added_price_paisa, added_at)
    select ${toId}::bigint, r.variant_id, r.quantity, r.added_price_paisa, r.added_at
    from ranked r, room where r.is_there or r.place <= room.lines
    on conflict (cart_id, variant_id) do update
    set quantity = least(${limits.maxQuantity}::integer, cart_lines.quantity + excluded.quantity)`.execute(tx)
  await sql`
    update carts c set last_used_at = shop_now(), addition_keys = (f.addition_keys || c.addition_keys)[1:20]
    from carts f where c.id = ${toId} and f.id = ${fromId}`.execute(tx)
  await sql`delete from carts where id = ${fromId}`.execute(tx)
}
