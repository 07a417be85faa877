import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addPlaces, addProduct, addVariant } from '@dhakacart/database/testing/fixtures.ts'
import { addSale } from '@dhakacart/database/testing/sale-fixture.ts'
import { countdownText } from '../src/countdown-text.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

const hourMs = 3_600_000
/** On the second, as staff enter them. */
const nowMs = Math.floor(Date.now() / 1_000) * 1_000
const at = (hours: number) => new Date(nowMs + hours * hourMs)

let shop: ShopProcesses
let upazila: string
let running: Awaited<ReturnType<typeof addProduct>>
let coming: typeof running
let saleId: number

before(async () => {
  shop = await startShopProcesses()
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
  running = await addProduct(shop.db, { pricePaisa: 200_000, stock: 50, nameEn: 'Phone A', nameBn: 'ফোন ক' })
  await addVariant(shop.db, running.productId, { pricePaisa: 260_000 })
  coming = await addProduct(shop.db, { pricePaisa: 300_000, stock: 50, nameEn: 'Phone B', nameBn: 'ফোন খ' })
  saleId = await addSale(shop.db, {
    startsAt: at(-1),
    endsAt: at(1),
    limitPerCustomer: 2,
    lines: [{ variantId: running.variantId, pricePaisa: 150_000, allotment: 4 }],
  })
  await addSale(shop.db, {
    startsAt: at(2),
    endsAt: at(3),
    name: 'Night sale',
    lines: [{ variantId: coming.variantId, pricePaisa: 250_000, allotment: 10 }],
  })
  // A slow machine may have made the page before the sale was added; two switches are the header's and the product's.
  const deadline = performance.now() + 30_000
  while (phases(await get(`/en/p/${running.slug}`)).length < 2 && performance.now() < deadline) await sleep(50)
})
after(() => shop.close())

const get = async (path: string) => (await fetch(shop.origin + path)).text()
/** Which side of each switch a page shows, by its instants. */
const phases = (html: string) =>
  [...html.matchAll(/data-starts="(\d+)" data-ends="(\d+)" data-phase="([a-z]+)"/g)].map(([, ...found]) => found)
const window = (from: number, to: number, phase: string) => [
  String(at(from).getTime()),
  String(at(to).getTime()),
  phase,
]
const unseen = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

test('a product in a sale carries both prices and the instants, shows the one that holds, and tells search engines until when', async () => {
  const html = await get(`/en/p/${running.slug}`)
  assert.deepEqual(phases(html)[1], window(-1, 1, 'during'))
  for (const shown of ['৳1,500', '৳2,000', 'Save ৳500', 'Only 4 left at this price', 'At most 2 per customer']) {
    assert.ok(html.includes(shown), shown)
  }
  const offer = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '').offers[0]
  assert.deepEqual([offer.price, offer.priceValidUntil], ['1500.00', at(1).toISOString()])
  assert.doesNotMatch(html, /\sstyle=/)
})

test('before its sale a product costs what it always did and says what it will cost, and when', async () => {
  const html = await get(`/bn/p/${coming.slug}`)
  assert.deepEqual(phases(html)[1], window(2, 3, 'before'))
  assert.ok(html.includes('৳৩,০০০') && html.includes('সেলে ৳২,৫০০'), unseen(html))
  assert.equal(html.includes('priceValidUntil'), false)
})

test('every page names the sale that runs; the offers hold it and the next one with their products', async () => {
  for (const [language, name] of [
    ['en', 'Eid sale'],
    ['bn', 'ঈদ সেল'],
  ] as const) {
    assert.ok((await get(`/${language}/returns`)).includes(`href="/${language}/offers"`))
    const html = await get(`/${language}/offers`)
    assert.ok(html.includes(name))
    assert.ok(html.indexOf(running.slug) < html.indexOf(coming.slug), 'the one that runs comes first')
  }
  assert.ok((await get('/en')).includes('See the sale'))
})

test('the cart says until when the price holds, what its limit is, and what is left of the allotment', async () => {
  const shopper = createFormShopper(shop.origin)
  const variant = String(running.variantId)
  await shopper.post('/en/cart/lines', { variant, quantity: '1' })
  assert.match((await shopper.get('/en/cart')).text, /Sale price until/)
  await shopper.post(`/en/cart/lines/${variant}`, { quantity: '3' })
  assert.match((await shopper.get('/en/cart')).text, /One customer may buy 2 of it in this sale/)
  await shopper.post(`/en/cart/lines/${variant}`, { quantity: '5' })
  const { text } = await shopper.get('/en/cart')
  assert.match(unseen(text), /At the sale price of ৳1,500 only 4 are left\. Take 4/)
  assert.ok(text.includes('৳10,000'), 'five at the usual price')
})

test('whoever comes after the last unit at the price is told so, asked again, and nothing is ordered', async () => {
  const shopper = createFormShopper(shop.origin)
  await shopper.post('/en/cart/lines', { variant: String(running.variantId), quantity: '1' })
  const person = { name: 'রহিমা বেগম', phone: '01712-345678', email: '', district: 'dhaka', street: 'House 7, Road 4' }
  const typed = { ...person, note: '', payment: 'cash_on_delivery', upazila }
  await shopper.post('/en/checkout', { ...typed, step: 'district' })
  const { hidden } = await shopper.post('/en/checkout', { ...typed, step: 'quote' })
  await shop.db.updateTable('saleLines').set({ takenUnits: 4 }).where('saleId', '=', saleId).execute()
  const fields = [...Object.entries(typed), ...hidden, ['step', 'order']] as [string, string][]
  const answer = await shopper.post('/en/checkout', fields)
  assert.equal(answer.status, 409, answer.text)
  assert.match(unseen(answer.text), /no longer left at the sale price of ৳1,500\. The price is ৳2,000 now/)
  const { count } = await shop.db
    .selectFrom('orders')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  assert.equal(count, 0)
})

test('a countdown shows every second that has begun, days apart, in the digits of its language', () => {
  assert.equal(countdownText(1, 'en'), '00:00:01')
  assert.equal(countdownText(0, 'en'), '00:00:00')
  assert.equal(countdownText(-5_000, 'en'), '00:00:00')
  assert.equal(countdownText(3_599_001, 'en'), '01:00:00')
  assert.equal(countdownText(2 * 86_400_000 + 3_723_000, 'bn'), '২ দিন ০১:০২:০৩')
})
