import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type ChangedProduct, getPageChanges, type PageChanges } from '@dhakacart/contract/changes.schema.ts'
import { addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const now = new Date('2027-03-01T04:00:00Z')
let api: TestApi
let phone: Awaited<ReturnType<typeof addProduct>>
let other: typeof phone

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, now)
  phone = await addProduct(api.db, { slug: 'phone', stock: 20 })
  other = await addProduct(api.db, { slug: 'other', stock: 20 })
})
after(() => api.drop())

const changesSince = async (since?: string): Promise<PageChanges> =>
  (await api.call(getPageChanges, { query: since === undefined ? {} : { since } })).body

/** What was told of since the last look, which makes the next look. */
let position: string
async function heard(): Promise<PageChanges> {
  const changes = await changesSince(position)
  position = changes.position
  return changes
}
const told = ({ isEverything, products }: PageChanges) => [isEverything, products.map(({ slugs }) => slugs[0])]

/** A transaction of another database on the same server keeps the position back, so what was told may be told again. */
async function untilPositionMoves(): Promise<void> {
  for (;;) {
    const changes = await heard()
    if (!changes.isEverything && changes.products.length === 0) return
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

test('without a position everything is new; from then on nothing is, until something changes', async () => {
  const first = await changesSince()
  assert.equal(first.isEverything, true)
  assert.equal(first.now, now.toISOString())
  position = first.position
  await untilPositionMoves()
  assert.deepEqual(told(await heard()), [false, []])
})

test('an edited product is named with its slugs and categories, and so is one that is no longer published', async () => {
  await sql`insert into slug_redirects (kind, slug, product_id) values ('product', 'old-phone', ${phone.productId})`.execute(
    api.db,
  )
  await sql`update products set name_en = 'Other name', is_published = false where id = ${phone.productId}`.execute(
    api.db,
  )
  const expected: ChangedProduct[] = [{ slugs: ['phone', 'old-phone'], categorySlugs: ['smartphones'], isEdited: true }]
  assert.deepEqual((await heard()).products, expected)
  await sql`update products set is_published = true where id = ${phone.productId}`.execute(api.db)
  await untilPositionMoves()
})

test('selling from a full shelf is no change; the last units are one, and no edit', async () => {
  const sell = (units: number) =>
    sql`update stock_levels set on_hand = on_hand - ${units} where variant_id = ${other.variantId}`.execute(api.db)
  await sell(2)
  assert.deepEqual(told(await heard()), [false, []])
  await sell(15)
  const { products } = await heard()
  assert.deepEqual(
    products.map(({ slugs, isEdited }) => [slugs[0], isEdited]),
    [['other', false]],
  )
  await untilPositionMoves()
})

test('what any page may show is told as everything: a category, a delivery zone, the settings, the terms of instalments', async () => {
  const edits = [
    sql`update categories set name_en = name_en || '!' where slug = 'smartphones'`,
    sql`insert into delivery_zones (code, name_en, name_bn, base_fee_paisa, base_weight_grams, fee_per_extra_kg_paisa, days_min, days_max)
        values ('far', 'Far', 'দূর', 1, 1, 1, 1, 1)`,
    sql`update delivery_zones set base_fee_paisa = 2`,
    sql`delete from delivery_zones`,
    sql`update shop_settings set version = version + 1`,
    sql`update instalment_terms set version = version + 1`,
  ]
  for (const edit of edits) {
    await edit.execute(api.db)
    const { everythingMark, ...first } = await heard()
    assert.deepEqual(told({ everythingMark, ...first }), [true, []])
    assert.match(String(everythingMark), /^\d+$/)
    const again = await heard()
    if (again.isEverything) assert.equal(again.everythingMark, everythingMark, 'the same change, told again')
    await untilPositionMoves()
  }
})

test('a change that is committed after a later one is not stepped over', async () => {
  let finish = () => {}
  const slow = inTransaction(api.db, async (tx) => {
    await sql`update products set name_en = 'Slow' where id = ${phone.productId}`.execute(tx)
    await new Promise<void>((resolve) => {
      finish = resolve
    })
  })
  while ((await openWriters()) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await sql`update products set name_en = 'Fast' where id = ${other.productId}`.execute(api.db)
  const whileOpen = await heard().finally(() => finish())
  assert.deepEqual(told(whileOpen), [false, ['other']])
  await slow
  assert.ok((await heard()).products.some(({ slugs }) => slugs[0] === 'phone'))
  await untilPositionMoves()
})

async function openWriters(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from pg_stat_activity
    where datname = current_database() and backend_xid is not null`.execute(api.db)
  return rows[0]?.count ?? 0
}

test('the instants at which a sale opens and ends are told a day ahead, with the products it is of', async () => {
  const addSale = async (startsAt: string, endsAt: string, state: string) => {
    const { rows } = await sql<{ id: number }>`
      insert into sales (creation_key, name_en, name_bn, starts_at, ends_at, prewarm_minutes, has_waiting_room, state)
      values (gen_random_uuid(), 'Sale', 'সেল', ${startsAt}, ${endsAt}, 0, false, ${state}) returning id`.execute(
      api.db,
    )
    await sql`
      insert into sale_lines (sale_id, variant_id, price_paisa, allotment, during, is_scheduled)
      values (${rows[0]?.id}, ${phone.variantId}, 100, 5, tstzrange(${startsAt}, ${endsAt}), ${state === 'scheduled'})`.execute(
      api.db,
    )
  }
  await addSale('2027-03-01T05:00:00Z', '2027-03-01T06:00:00Z', 'scheduled')
  await addSale('2027-03-01T08:00:00Z', '2027-03-01T09:00:00Z', 'draft')
  await addSale('2027-03-02T04:30:00Z', '2027-03-09T04:00:00Z', 'scheduled')
  const summary = async () =>
    (await heard()).boundaries.map(({ at, products }) => [at, products?.map(({ slugs }) => slugs[0])])
  assert.deepEqual(await summary(), [
    ['2027-03-01T05:00:00.000Z', ['phone']],
    ['2027-03-01T06:00:00.000Z', ['phone']],
    ['2027-03-02T04:30:00.000Z', ['phone']],
  ])
  await setClock(api.db, new Date('2027-03-01T05:00:00Z'))
  assert.deepEqual((await summary())[0], ['2027-03-01T06:00:00.000Z', ['phone']])
})

test('a position that is none is refused, and one of another database is answered with everything', async () => {
  for (const since of ['', 'x', '-1', '99999999999999999999']) {
    assert.equal((await api.inject(`/api/changes?since=${since}`)).statusCode, 400, since)
  }
  assert.equal((await changesSince('999999999999')).isEverything, true)
})

test('more products than can be named are told as everything', async () => {
  await sql`
    insert into products (slug, category_id, brand_id, model_number, name_en, name_bn, description_en, description_bn,
      specifications, warranty_months, is_official, weight_grams, popularity)
    select 'many-' || n, p.category_id, p.brand_id, 'M', 'M', 'M', '', '', '{}', 0, true, 1, 0
    from products p, generate_series(1, 201) n where p.id = ${phone.productId}`.execute(api.db)
  assert.deepEqual(told(await heard()), [true, []])
})

test('answers made of the catalogue say how old it may be', async () => {
  const { headers } = await api.inject('/api/catalogue/home')
  assert.match(String(headers['x-catalogue-age-ms']), /^\d+$/)
})
