import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sentByScript } from '../src/sent-by-script.ts'
import { createFormShopper, type FormShopper, type Page } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let upazila: string
before(async () => {
  shop = await startShopProcesses()
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
})
after(() => shop.close())

const person = {
  name: 'Rahima Begum',
  phone: '০১৭১২-৩৪৫৬৭৮',
  email: 'rahima@mail.example',
  district: 'dhaka',
  street: 'House 7, Road 4, Moghbazar',
  note: 'Call before coming',
  payment: 'cash_on_delivery',
}

type Product = { variantId: number; slug: string }
const product = (fixture: Parameters<typeof addProduct>[1] = {}): Promise<Product> => addProduct(shop.db, fixture)

/** A shopper with a product in the cart, who has chosen where it goes and sees the total. */
async function atTotal(language: string, { variantId }: Product, quantity = 1): Promise<[FormShopper, Page]> {
  const shopper = createFormShopper(shop.origin)
  await shopper.post(`/${language}/cart/lines`, { variant: String(variantId), quantity: String(quantity) })
  await shopper.post(`/${language}/checkout`, { ...person, step: 'district' })
  return [shopper, await shopper.post(`/${language}/checkout`, { ...person, upazila, step: 'quote' })]
}

const pressed = (page: Page): [string, string][] => [
  ...Object.entries(person),
  ['upazila', upazila],
  ...page.hidden,
  ['step', 'order'],
]

const price = async (variantId: number, pricePaisa: number) =>
  shop.db.updateTable('variants').set({ pricePaisa }).where('id', '=', variantId).execute()

async function ordersOf(phone = '+8801712345678'): Promise<number> {
  const rows = await shop.db.selectFrom('orders').select('id').where('customerPhone', '=', phone).execute()
  return rows.length
}

for (const language of ['en', 'bn'] as const) {
  test(`product, cart, checkout, order, tracking, cancellation as plain links and forms: ${language}`, async () => {
    const { variantId, slug } = await product()
    const shopper = createFormShopper(shop.origin)
    const added = await shopper.post(`/${language}/cart/lines`, { variant: String(variantId), quantity: '2' })
    assert.deepEqual([added.status, shopper.location(added)], [303, `/${language}/cart`])
    const cart = await shopper.get(`/${language}/cart`)
    assert.equal(cart.headers.get('cache-control'), 'no-store')
    assert.ok(cart.html.includes(`/${language}/p/${slug}`))
    assert.ok(cart.text.includes(language === 'bn' ? '৳২,০০০' : '৳2,000'))
    const changed = await shopper.post(`/${language}/cart/lines/${variantId}`, { quantity: '৩' })
    assert.equal(changed.status, 303)

    const first = await shopper.get(`/${language}/checkout`)
    assert.doesNotMatch(first.html, /value="order"/, 'no order before its total is shown')
    const withUpazilas = await shopper.post(`/${language}/checkout`, { ...person, step: 'district' })
    assert.ok(withUpazilas.html.includes(`<option value="${upazila}">`))
    assert.ok(withUpazilas.html.includes(person.street) && withUpazilas.html.includes(person.phone))
    const withTotal = await shopper.post(`/${language}/checkout`, { ...person, upazila, step: 'quote' })
    // Three of 500 g and 1,000 taka: 60 taka for the first kilogram, 20 for the second.
    assert.ok(withTotal.text.includes(language === 'bn' ? '৳৩,০৮০' : '৳3,080'))
    assert.match(withTotal.html, /value="order"/)

    const placed = await shopper.post(`/${language}/checkout`, pressed(withTotal))
    assert.equal(placed.status, 303)
    assert.match(shopper.location(placed), new RegExp(`^/${language}/orders/[A-Za-z0-9_-]{43}$`))
    const order = await shopper.get(shopper.location(placed))
    assert.equal(order.headers.get('cache-control'), 'no-store')
    assert.equal(order.headers.get('referrer-policy'), 'same-origin')
    assert.ok(order.text.includes(person.street) && order.text.includes('Rahima Begum'))
    const number = order.html.match(/id="order-number">(DC\w{8})</)?.[1] ?? ''

    const tracked = await shopper.post(`/${language}/track`, { number: number.toLowerCase(), phone: '+8801712 345678' })
    assert.equal(tracked.status, 200)
    assert.ok(tracked.text.includes(number))
    assert.ok(!tracked.text.includes('Moghbazar') && !tracked.text.includes('Rahima'), 'tracking shows no address')

    const cancelled = await shopper.post(`${shopper.location(placed)}/cancel`, {})
    assert.deepEqual([cancelled.status, shopper.location(cancelled)], [303, shopper.location(placed)])
    const again = await shopper.get(shopper.location(placed))
    assert.ok(again.text.includes(language === 'bn' ? 'বাতিল' : 'Cancelled'))
    assert.doesNotMatch(again.html, /\/cancel"/)
  })
}

test('a removed product can be put back', async () => {
  const { variantId } = await product()
  const shopper = createFormShopper(shop.origin)
  await shopper.post('/en/cart/lines', { variant: String(variantId), quantity: '4' })
  const removed = await shopper.post(`/en/cart/lines/${variantId}/remove`, { quantity: '4' })
  const cart = await shopper.get(shopper.location(removed))
  assert.match(cart.text, /Your cart is empty/)
  await shopper.post('/en/cart/lines', cart.hidden)
  assert.match((await shopper.get('/en/cart')).html, /name="quantity"[^>]*value="4"/)
})

test('pressing twice at once, and again later, leads to the same order', async () => {
  const [shopper, page] = await atTotal('en', await product())
  const before = await ordersOf()
  const answers = await Promise.all([1, 2, 3].map(() => shopper.post('/en/checkout', pressed(page))))
  const later = await shopper.post('/en/checkout', pressed(page))
  const targets = new Set([...answers, later].map((answer) => `${answer.status} ${shopper.location(answer)}`))
  assert.equal(targets.size, 1, [...targets].join(', '))
  assert.match([...targets][0] ?? '', /^303 \/en\/orders\//)
  assert.equal(await ordersOf(), before + 1)
  const other = pressed(page).map(([name, value]): [string, string] => [name, name === 'name' ? 'Karim' : value])
  const refused = await shopper.post('/en/checkout', other)
  assert.equal(refused.status, 422)
  assert.match(refused.text, /placed already/)
  assert.ok(refused.html.includes(`href="${shopper.location(later)}"`), 'and where it is')
})

test('our script is shown the same answer as a browser, and told as data where an order goes on', async () => {
  const thing = await product()
  const [shopper, page] = await atTotal('en', thing)
  const byScript = { [sentByScript]: '1' }
  await price(thing.variantId, 130_000)
  const told = await shopper.post('/en/checkout', pressed(page), byScript)
  assert.deepEqual([told.status, told.headers.get('content-type')], [409, 'text/html; charset=utf-8'])
  assert.match(told.text, /৳1,000 before, ৳1,300 now/)
  const before = await ordersOf()
  const placed = await shopper.post('/en/checkout', pressed(told), byScript)
  assert.deepEqual([placed.status, placed.headers.get('cache-control')], [200, 'no-store'])
  const { goOnTo } = JSON.parse(placed.html) as { goOnTo: string }
  const again = await shopper.post('/en/checkout', pressed(told))
  assert.deepEqual([again.status, shopper.location(again)], [303, goOnTo])
  assert.equal(await ordersOf(), before + 1)
})

test('a price that changed is shown, old and new, with everything typed kept, and ordered by one more press', async () => {
  const thing = await product({ nameEn: 'Desk lamp' })
  const [shopper, page] = await atTotal('en', thing)
  await price(thing.variantId, 120_000)
  const told = await shopper.post('/en/checkout', pressed(page))
  assert.equal(told.status, 409)
  assert.match(told.text, /Desk lamp: ৳1,000 before, ৳1,200 now\./)
  assert.ok(told.html.includes(person.street) && told.html.includes(person.note))
  const placed = await shopper.post('/en/checkout', pressed(told))
  assert.equal(placed.status, 303)
  assert.match((await shopper.get(shopper.location(placed))).text, /৳1,260/)
})

test('a delivery fee that changed is shown before it is paid', async () => {
  const [shopper, page] = await atTotal('bn', await product())
  const zone = shop.db.updateTable('deliveryZones').where('code', '=', 'inside-dhaka')
  await zone.set({ baseFeePaisa: 9_000 }).execute()
  try {
    const told = await shopper.post('/bn/checkout', pressed(page))
    assert.equal(told.status, 409)
    assert.match(told.text, /ডেলিভারি চার্জ: আগে ৳৬০, এখন ৳৯০।/)
    assert.equal((await shopper.post('/bn/checkout', pressed(told))).status, 303)
  } finally {
    await zone.set({ baseFeePaisa: 6_000 }).execute()
  }
})

test('what is no longer in stock is lowered to what there is, said, and ordered by one more press', async () => {
  const thing = await product({ nameEn: 'Rice cooker', stock: 1 })
  const [shopper, page] = await atTotal('en', thing, 3)
  const told = await shopper.post('/en/checkout', pressed(page))
  assert.equal(told.status, 409)
  assert.match(told.text, /Rice cooker: only 1 left\. We changed the quantity from 3 to 1\./)
  assert.equal((await shopper.post('/en/checkout', pressed(told))).status, 303)
})

test('somebody who comes too late for everything is told so on an empty cart', async () => {
  const thing = await product({ nameEn: 'Last fan', stock: 1 })
  const [first, firstPage] = await atTotal('en', thing)
  const [second, secondPage] = await atTotal('en', thing)
  assert.equal((await first.post('/en/checkout', pressed(firstPage))).status, 303)
  const late = await second.post('/en/checkout', pressed(secondPage))
  assert.equal(late.status, 409)
  assert.match(late.text, /Last fan: sold out/)
  assert.match(late.text, /Your cart is empty/)
})

test('a district changed under the upazilas of another one orders nothing', async () => {
  const [shopper, page] = await atTotal('en', await product())
  const before = await ordersOf()
  const changed = pressed(page).map(([name, value]): [string, string] => [name, name === 'district' ? 'sylhet' : value])
  const answer = await shopper.post('/en/checkout', changed)
  assert.equal(answer.status, 422)
  assert.match(answer.text, /Please choose your upazila or thana/)
  assert.ok(answer.html.includes('Beanibazar'))
  assert.equal(await ordersOf(), before)
})

test('while the api is dead the page keeps everything, and the same button places the order once it is back', async () => {
  const [shopper, page] = await atTotal('en', await product())
  const before = await ordersOf()
  await shop.killApi()
  const away = await shopper.post('/en/checkout', pressed(page))
  assert.equal(away.status, 503)
  assert.ok(Number(away.headers.get('retry-after')) > 0)
  assert.match(away.text, /not confirmed yet/)
  assert.match(away.text, /Place the order again/)
  assert.deepEqual(away.hidden.toSorted(), pressed(page).toSorted())
  assert.match(away.text, /it is not placed twice/)
  const saved = new Map(pressed(page))
  const [, quantity, unitPricePaisa] = (saved.get('line') ?? '').split(':').map(Number) as [number, number, number]
  const totalPaisa = quantity * unitPricePaisa + Number(saved.get('fee')) - 10_000
  const others = pressed(page).filter(([name]) => name !== 'discount')
  const withCoupon = await shopper.post('/en/checkout', [...others, ['discount', '10000']])
  assert.ok(withCoupon.text.includes(formatTaka(totalPaisa, 'en')), 'the total is what will be paid')
  const step = await shopper.post('/en/checkout', { ...person, step: 'district' })
  assert.equal(step.status, 503)
  assert.equal(new Map(step.hidden).get('street'), person.street)
  assert.equal((await shopper.post('/en/track', { number: 'DC33333333', phone: '01712345678' })).status, 503)
  assert.equal((await shopper.get('/en/delivery')).status, 200)
  await shop.startApi()
  const placed = await shopper.post('/en/checkout', away.hidden)
  assert.equal(placed.status, 303)
  assert.equal(await ordersOf(), before + 1)
})

test('no address, no name and no phone stands in any log line', () => {
  const log = shop.log()
  assert.match(log, /"route":"\/en\/checkout"/)
  assert.match(log, /"code":"PRICE_CHANGED"/)
  for (const secret of ['Rahima', 'Moghbazar', '01712', '৩৪৫৬৭৮', '345678', 'mail.example', 'Call before']) {
    assert.ok(!log.includes(secret), secret)
  }
  // An order's token opens the order.
  assert.doesNotMatch(log, /\/orders\/[A-Za-z0-9_-]{43}/)
})

test('the checkout is seen with a cart alone, so only the page that others are led to asks not to be listed', async () => {
  const [shopper] = await atTotal('en', await product())
  const asksNotTo = '<meta name="robots" content="noindex">'
  assert.ok(!(await shopper.get('/en/checkout')).whole.includes(asksNotTo))
  assert.ok((await shopper.get('/en/cart')).whole.includes(asksNotTo))
  const crawler = createFormShopper(shop.origin)
  const led = await crawler.get('/en/checkout')
  assert.deepEqual([led.status, crawler.location(led)], [303, '/en/cart'])
  const robots = await (await fetch(`${shop.origin}/robots.txt`)).text()
  assert.match(robots, /^Disallow: \/en\/cart$/m)
  assert.doesNotMatch(robots, /checkout/)
})
