import { createHash, randomBytes } from 'node:crypto'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import type { ReadyCart, RushFigures, RushLoad } from '../../rehearsal/bench/rush-load.ts'
import { play } from './play.ts'
import type { MeasuredShop } from './shop.ts'

const buyersAtOnce = [32, 64, 128, 256]
const warmUp = 2_000
const cartsPerRun = 14_000
/** Fewer than carts, so that the end of the shelf is in every run. */
const unitsPerRun = 13_500

export type RushRun = RushFigures & { units: number; onHandAfter: number }

/** Orders of one product: carts are made ready by SQL, then pressed by so many buyers at once until the product is sold out. */
export async function measureRush(shop: MeasuredShop): Promise<RushRun[]> {
  const { db, pool } = connectDatabase(
    { url: shop.databaseUrl, poolSize: 1, applicationName: 'dhakacart-bench' },
    () => undefined,
  )
  const variantId = shop.products[0]?.variantId ?? 0
  const runs: RushRun[] = []
  try {
    for (const buyers of buyersAtOnce) {
      await sql`update stock_levels set on_hand = held + ${unitsPerRun}::integer where variant_id = ${variantId}`.execute(
        db,
      )
      const carts = await makeCarts(db, variantId)
      await sql`analyze carts, cart_lines`.execute(db)
      const load: RushLoad = {
        origin: shop.apiOrigin,
        buyers,
        carts,
        variantId,
        ...(await pricesOf(shop, carts[0])),
        upazilaId: shop.upazilaId,
        warmUp,
      }
      const figures = await play<RushFigures>('rush', load)
      const left = await sql<{ left: number }>`
        select on_hand - held as left from stock_levels where variant_id = ${variantId}`.execute(db)
      runs.push({
        ...figures,
        units: unitsPerRun,
        onHandAfter: left.rows[0]?.left ?? Number.NaN,
      })
    }
  } finally {
    await pool.end()
  }
  return runs
}

async function makeCarts(db: ReturnType<typeof connectDatabase>['db'], variantId: number): Promise<ReadyCart[]> {
  const tokens = Array.from({ length: cartsPerRun }, () => randomBytes(32).toString('base64url'))
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'))
  const made = await sql<{ orderKey: string; hash: string }>`
    with made as (
      insert into carts (token_hash) select decode(hash, 'hex') from unnest(${hashes}::text[]) as hash
      returning id, order_key, encode(token_hash, 'hex') as hash
    ), lined as (
      insert into cart_lines (cart_id, variant_id, quantity, added_price_paisa)
      select made.id, v.id, 1, v.price_paisa from made, variants v where v.id = ${variantId}
    )
    select order_key, hash from made`.execute(db)
  const tokenOf = new Map(hashes.map((hash, index) => [hash, tokens[index] ?? '']))
  return made.rows.map(({ orderKey, hash }, index) => ({
    cookie: `cart=${tokenOf.get(hash)}`,
    orderKey,
    phone: `018${String(index + Math.floor(Math.random() * 9e7)).padStart(8, '0')}`,
  }))
}

async function pricesOf(shop: MeasuredShop, cart: ReadyCart | undefined) {
  const headers = { cookie: cart?.cookie ?? '' }
  const read = async <T>(address: string): Promise<T> =>
    (await fetch(`${shop.apiOrigin}${address}`, { headers })).json() as Promise<T>
  const { lines } = await read<{ lines: { unitPricePaisa: number }[] }>('/api/cart')
  const { deliveryFeePaisa } = await read<{ deliveryFeePaisa: number }>(`/api/cart/quote?upazilaId=${shop.upazilaId}`)
  return { unitPricePaisa: lines[0]?.unitPricePaisa ?? 0, deliveryFeePaisa }
}
