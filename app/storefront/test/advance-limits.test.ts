import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let upazila: string
before(async () => {
  // Where cards alone can be paid with; nothing here gets so far that they are.
  const cards = {
    SSLCOMMERZ_BASE_URL: 'http://127.0.0.1:9',
    SSLCOMMERZ_STORE_ID: 'store',
    SSLCOMMERZ_STORE_PASSWORD: 'word',
  }
  shop = await startShopProcesses(cards)
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
  await shop.db
    .updateTable('shopSettings')
    .set({ chosen: JSON.stringify({ codAdvanceFromPaisa: 1, codAdvancePercent: 10 }) })
    .execute()
})
after(() => shop?.close())

async function order(language: string, pricePaisa: number, phone: string) {
  const { variantId } = await addProduct(shop.db, { pricePaisa })
  const shopper = createFormShopper(shop.origin)
  const person = { name: 'Rahima Begum', phone, email: '', district: 'dhaka', street: 'House 7, Road 4', note: '' }
  const typed = { ...person, payment: 'cash_on_delivery' }
  await shopper.post(`/${language}/cart/lines`, { variant: String(variantId), quantity: '1' })
  await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
  const page = await shopper.post(`/${language}/checkout`, { ...typed, upazila, step: 'quote' })
  return shopper.post(`/${language}/checkout`, [
    ...Object.entries({ ...typed, upazila }),
    ...page.hidden,
    ['step', 'order'],
  ])
}

for (const [language, phone, why] of [
  [
    'en',
    '01712000001',
    /needs ৳5,00,100 in advance, and at most ৳5,00,000 can be paid online at once\. Nothing is ordered/,
  ],
  ['bn', '01712000002', /৳৫,০০,১০০ অগ্রিম লাগে, কিন্তু অনলাইনে একবারে ৳৫,০০,০০০-এর বেশি দেওয়া যায় না। এখনো কিছু অর্ডার হয়নি/],
] as const) {
  test(`${language}: an advance that cards do not take at once is refused before anything is ordered, with what to do`, async () => {
    const refused = await order(language, 500_100_000 - 6_000, phone)
    assert.equal(refused.status, 422, refused.text)
    assert.match(refused.text, why)
    assert.match(refused.html, /value="Rahima Begum"/)
    assert.match(refused.html, /aria-describedby="payment-error"/)
    const { count } = await shop.db
      .selectFrom('orders')
      .select((e) => e.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    assert.equal(count, 0)
  })
}

test('an advance below what cards take is asked for as the least they take', async () => {
  const placed = await order('en', 3_000, '01712000003')
  assert.equal(placed.status, 303, placed.text)
  const found = await shop.db.selectFrom('orders').select(['totalPaisa', 'advancePaisa']).executeTakeFirstOrThrow()
  assert.deepEqual(found, { totalPaisa: 9_000, advancePaisa: 1_000 })
})
