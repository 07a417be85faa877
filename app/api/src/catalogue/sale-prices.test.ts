import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { getHome, getProduct, listProducts, listSaleProducts, listSales } from '@dhakacart/contract/catalogue.schema.ts'
import { addProduct, addVariant } from '@dhakacart/database/testing/fixtures.ts'
import { addSale } from '@dhakacart/database/testing/sale-fixture.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

const opens = new Date('2027-03-08T04:00:00Z')
const ends = new Date('2027-03-08T10:00:00Z')
const justBefore = (instant: Date) => new Date(instant.getTime() - 60_000)

let api: TestApi
let slug: string
let variantId: number
let saleId: number

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, justBefore(opens))
  const product = await addProduct(api.db, { pricePaisa: 500_000, compareAtPaisa: 550_000, categorySlug: 'earbuds' })
  await addVariant(api.db, product.productId, { pricePaisa: 700_000 })
  await addProduct(api.db, { pricePaisa: 450_000, categorySlug: 'earbuds' })
  slug = product.slug
  variantId = product.variantId
  saleId = await addSale(api.db, {
    startsAt: opens,
    endsAt: ends,
    limitPerCustomer: 2,
    hasWaitingRoom: true,
    lines: [{ variantId, pricePaisa: 400_000, allotment: 20 }],
  })
})
beforeEach(() => setClock(api.db, justBefore(opens)))
after(() => api.drop())

const variant = async () => (await api.call(getProduct, { params: { slug } })).body.variants[0]
const card = async () =>
  (await api.call(listProducts, { query: { category: 'earbuds' } })).body.products.find((each) => each.slug === slug)
const cheapestFirst = async () =>
  (await api.call(listProducts, { query: { category: 'earbuds', sort: 'price-asc' } })).body.products.map(
    ({ pricePaisa }) => pricePaisa,
  )

test('before it opens a product costs what it always did, and carries the price to come with its instants', async () => {
  const { sale, ...shown } = (await variant()) ?? assert.fail()
  assert.deepEqual([shown.pricePaisa, shown.compareAtPaisa], [500_000, 550_000])
  assert.deepEqual(sale, {
    saleId,
    name: { en: 'Eid sale', bn: 'ঈদ সেল' },
    state: 'upcoming',
    startsAt: opens.toISOString(),
    endsAt: ends.toISOString(),
    pricePaisa: 400_000,
    usualPricePaisa: 500_000,
    unitsLeft: null,
    soldPercent: 0,
    limitPerCustomer: 2,
    hasWaitingRoom: true,
  })
  assert.deepEqual(await cheapestFirst(), [450_000, 500_000])
})

test('at its instants the price switches in product, list, order of the list, suggestions, home and sale, with no row changed', async () => {
  await variant()
  await setClock(api.db, opens)
  const open = (await variant()) ?? assert.fail()
  assert.deepEqual([open.pricePaisa, open.compareAtPaisa, open.sale?.state], [400_000, 500_000, 'running'])
  const listed = (await card()) ?? assert.fail()
  assert.deepEqual([listed.pricePaisa, listed.compareAtPaisa], [400_000, 500_000])
  assert.deepEqual(listed.sale, {
    startsAt: opens.toISOString(),
    endsAt: ends.toISOString(),
    state: 'running',
    pricePaisa: 400_000,
    usualPricePaisa: 500_000,
  })
  assert.deepEqual(await cheapestFirst(), [400_000, 450_000])
  const { offers } = (await api.call(getHome)).body
  assert.equal(offers[0]?.pricePaisa, 400_000)
  const [sale] = (await api.call(listSales)).body.sales
  assert.deepEqual([sale?.id, sale?.isRunning], [saleId, true])
  const { products } = (await api.call(listSaleProducts, { params: { saleId } })).body
  assert.deepEqual(
    products.map((each) => each.slug),
    [slug],
  )
  await setClock(api.db, justBefore(ends))
  assert.equal((await variant())?.pricePaisa, 400_000)
  await setClock(api.db, ends)
  const over = (await variant()) ?? assert.fail()
  assert.deepEqual([over.pricePaisa, over.compareAtPaisa, over.sale], [500_000, 550_000, null])
  assert.deepEqual(await cheapestFirst(), [450_000, 500_000])
  assert.deepEqual((await api.call(listSales)).body.sales, [])
})

test('a clock that goes back over an instant, as after a failover, brings the price back', async () => {
  await setClock(api.db, opens)
  assert.equal((await variant())?.pricePaisa, 400_000)
  await setClock(api.db, justBefore(opens))
  assert.equal((await variant())?.pricePaisa, 500_000)
})

test('what is left of the allotment shows in tenths, the last five units one by one, and with the last the usual price returns', async () => {
  await setClock(api.db, opens)
  const take = (takenUnits: number) =>
    api.db.updateTable('saleLines').set({ takenUnits }).where('saleId', '=', saleId).execute()
  const shown = async () => {
    const { sale, pricePaisa } = (await variant()) ?? assert.fail()
    return [sale?.state, sale?.soldPercent, sale?.unitsLeft, pricePaisa]
  }
  const steps: [number, unknown[]][] = [
    [1, ['running', 0, null, 400_000]],
    [2, ['running', 10, null, 400_000]],
    [11, ['running', 50, null, 400_000]],
    [15, ['running', 70, 5, 400_000]],
    [19, ['running', 90, 1, 400_000]],
    [20, ['sold_out', 100, 0, 500_000]],
    [0, ['running', 0, null, 400_000]],
  ]
  for (const [taken, expected] of steps) {
    await take(taken)
    assert.deepEqual(await shown(), expected, `${taken} taken`)
  }
})

test('what staff change of a sale shows at once: its name, a line taken out, and its end', async () => {
  await api.db.updateTable('sales').set({ nameEn: 'Eid festival' }).where('id', '=', saleId).execute()
  assert.equal((await variant())?.sale?.name.en, 'Eid festival')
  await api.db.deleteFrom('saleLines').where('saleId', '=', saleId).execute()
  assert.equal((await variant())?.sale, null)
})

test('the small request of every page tells the time by which prices switch', async () => {
  await variant()
  const { body } = await createShopper(api).send('GET', '/api/cart/summary')
  const { now } = JSON.parse(body) as { now: string }
  assert.ok(Math.abs(Date.parse(now) - justBefore(opens).getTime()) < 60_000, now)
})
