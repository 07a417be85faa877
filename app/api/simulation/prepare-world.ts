import { createHash } from 'node:crypto'
import type { Laboratory } from './laboratory.ts'
import { productWeightsGrams, startAt } from './laboratory.ts'
import type { Random } from './random.ts'
import { createWorld, type PreparedCart, type World, type WorldCoupon } from './world.ts'

/** Everything of one seed has ids above these. */
export type Bases = { variantId: number; cartId: number; orderId: number; couponId: number }
export type VariantPlan = { pricePaisa: number; stock: number }
export type CouponPlan = Omit<WorldCoupon, 'code'>
/** A sale of the first variants, by seconds from the beginning. */
export type SalePlan = {
  opensAfterSeconds: number
  endsAfterSeconds: number
  limit: number | null
  lines: { pricePaisa: number; allotment: number }[]
}
/** Quantities by index of the variant, in the order in which they were added. */
export type CartPlan = { lines: { variantIndex: number; quantity: number }[] }

/** Leftovers of many seeds make scans slow; this many are cheaper to keep than to remove. */
const seedsPerCleaning = 100

/** Sets the clock back and gives a seed its variants with stock and its carts. */
export async function prepareWorld(
  laboratory: Laboratory,
  plan: { variants: VariantPlan[]; carts: CartPlan[]; coupon?: CouponPlan | null; sale?: SalePlan | null },
  random: Random,
): Promise<{ world: World; carts: PreparedCart[]; bases: Bases }> {
  const { control, zones, staff } = laboratory
  if (laboratory.seedsRun++ % seedsPerCleaning === 0) await clean(laboratory)
  const bases = await readBases(laboratory)
  const world = createWorld(startAt, random)
  world.zones = zones
  world.staff = staff
  await control.run('insert into simulation_clock (at) values ($1)', [startAt])
  const variantIds = await addVariants(laboratory, plan.variants)
  world.variants = plan.variants.map(({ pricePaisa }, index) => ({
    id: variantIds[index] ?? 0,
    pricePaisa,
    weightGrams: productWeightsGrams[index % productWeightsGrams.length] ?? 0,
  }))
  if (plan.coupon != null) world.coupon = await addCoupon(laboratory, plan.coupon)
  if (plan.sale != null) world.saleId = await addSale(laboratory, plan.sale, variantIds)
  const carts: PreparedCart[] = []
  for (const { lines } of plan.carts) {
    const token = random.bytes(32).toString('base64url')
    const quantities = new Map(lines.map(({ variantIndex, quantity }) => [variantIds[variantIndex] ?? 0, quantity]))
    carts.push({ id: await addCart(laboratory, token, quantities), token, quantities })
  }
  return { world, carts, bases }
}

async function clean({ control }: Laboratory): Promise<void> {
  await control.run(`
    truncate variants, stock_levels, stock_movements, carts, cart_lines, orders, order_lines, order_transitions, payments,
      jobs, messages, coupons, sales, simulation_clock restart identity cascade`)
}

async function readBases({ control }: Laboratory): Promise<Bases> {
  const { rows } = await control.runPrepared(
    'bases',
    // Not the highest ids there are: transactions that were rolled back have used some as well.
    `select coalesce(pg_sequence_last_value('variants_id_seq'), 0) as "variantId",
       coalesce(pg_sequence_last_value('carts_id_seq'), 0) as "cartId",
       coalesce(pg_sequence_last_value('orders_id_seq'), 0) as "orderId",
       coalesce(pg_sequence_last_value('coupons_id_seq'), 0) as "couponId"`,
    [],
  )
  return rows[0] as Bases
}

async function addVariants({ control, productIds, seedsRun }: Laboratory, variants: VariantPlan[]): Promise<number[]> {
  const { rows } = await control.runPrepared(
    'variants',
    `with wanted as (
       select * from unnest($1::bigint[], $2::bigint[], $3::integer[], $4::text[]) with ordinality
         as w (product_id, price_paisa, stock, sku, place)
     ), made as (
       insert into variants (product_id, sku, position, options, price_paisa, is_published)
       select product_id, sku, (select count(*) from variants) + place, '{}', price_paisa, true from wanted order by place
       returning id, sku
     ), levels as (
       insert into stock_levels (variant_id, on_hand) select made.id, stock from made join wanted using (sku)
     ), received as (
       insert into stock_movements (variant_id, kind, on_hand_change, held_change, cause)
       select made.id, 'received', stock, 0, 'prepared' from made join wanted using (sku) where stock > 0
     )
     select id from made order by id`,
    [
      variants.map((_, index) => productIds[index % productIds.length]),
      variants.map(({ pricePaisa }) => pricePaisa),
      variants.map(({ stock }) => stock),
      variants.map((_, index) => `SIM-${seedsRun}-${index}`),
    ],
  )
  return rows.map((row) => row.id as number)
}

async function addCoupon({ control, seedsRun }: Laboratory, coupon: CouponPlan): Promise<WorldCoupon> {
  const code = `SIM-${seedsRun}`
  const { percent, amountPaisa, totalLimit, phoneLimit } = coupon
  await control.run(
    `insert into coupons (code, percent, amount_paisa, total_limit, phone_limit, starts_at, ends_at)
     values ($1, $2, $3, $4, $5, '2026-01-01', '2027-01-01')`,
    [code, percent, amountPaisa, totalLimit, phoneLimit],
  )
  return { ...coupon, code }
}

async function addSale({ control, seedsRun }: Laboratory, sale: SalePlan, variantIds: number[]): Promise<number> {
  const at = (seconds: number) => new Date(startAt.getTime() + seconds * 1_000)
  const { rows } = await control.run(
    `with made as (
       insert into sales (creation_key, name_en, name_bn, starts_at, ends_at, prewarm_minutes, limit_per_customer, has_waiting_room, state)
       values (gen_random_uuid(), $1, $1, $2, $3, 0, $4, false, 'scheduled') returning id, starts_at, ends_at
     ), lines as (
       insert into sale_lines (sale_id, variant_id, price_paisa, allotment, during, is_scheduled)
       select made.id, l.variant_id, l.price_paisa, l.allotment, tstzrange(starts_at, ends_at), true
       from made, unnest($5::bigint[], $6::bigint[], $7::integer[]) as l (variant_id, price_paisa, allotment)
     )
     select id from made`,
    [
      `Sale ${seedsRun}`,
      at(sale.opensAfterSeconds),
      at(sale.endsAfterSeconds),
      sale.limit,
      variantIds.slice(0, sale.lines.length),
      sale.lines.map(({ pricePaisa }) => pricePaisa),
      sale.lines.map(({ allotment }) => allotment),
    ],
  )
  return rows[0]?.id as number
}

/** Lines are written in the order given, which is how they lie in the table. */
async function addCart({ control }: Laboratory, token: string, quantities: Map<number, number>): Promise<number> {
  const { rows } = await control.runPrepared(
    'cart',
    `with made as (insert into carts (token_hash) values ($1) returning id)
     , lines as (
       insert into cart_lines (cart_id, variant_id, quantity, added_price_paisa)
       select made.id, w.variant_id, w.quantity, v.price_paisa
       from made, unnest($2::bigint[], $3::integer[]) with ordinality as w (variant_id, quantity, place)
         join variants v on v.id = w.variant_id
       order by w.place
     )
     select id from made`,
    [createHash('sha256').update(token).digest(), [...quantities.keys()], [...quantities.values()]],
  )
  return rows[0]?.id as number
}
