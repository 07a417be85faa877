import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { toBanglaDigits } from '@dhakacart/contract/digits.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { sendFirstCodes } from '../../api/src/testing/first-codes.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let upazila: string
let variant: string
before(async () => {
  shop = await startShopProcesses()
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
  variant = String((await addProduct(shop.db, { pricePaisa: 3_000_000, stock: 20 })).variantId)
})
after(() => shop.close())

/** A shopper who has just ordered something dear, and the path of the order's page. */
async function ordered(language: string, phone: string) {
  const shopper = createFormShopper(shop.origin)
  const person = { name: 'রহিমা বেগম', phone, email: '', district: 'dhaka', street: 'House 7, Road 4', note: '' }
  const typed = { ...person, payment: 'cash_on_delivery', upazila }
  await shopper.post(`/${language}/cart/lines`, { variant, quantity: '1' })
  await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
  const total = await shopper.post(`/${language}/checkout`, { ...typed, step: 'quote' })
  const placed = await shopper.post(`/${language}/checkout`, [
    ...Object.entries(typed),
    ...total.hidden,
    ['step', 'order'],
  ] as [string, string][])
  assert.equal(placed.status, 303, placed.text)
  return { shopper, path: placed.headers.get('location') as string }
}

async function codeOf(phone: string): Promise<string> {
  await sendFirstCodes(shop.db)
  const jobs = await shop.db.selectFrom('jobs').select('payload').orderBy('id', 'desc').execute()
  const payloads = jobs.map(({ payload }) => payload as { phone?: string; data?: { code?: string } })
  return payloads.find((payload) => payload.phone === phone)?.data?.code as string
}

for (const [language, title, phone] of [
  ['en', 'Confirm your order', '+8801612000001'],
  ['bn', 'অর্ডার নিশ্চিত করুন', '+8801612000002'],
] as const) {
  test(`a dear order is confirmed by the code of its SMS, without JavaScript: ${language}`, async () => {
    const { shopper, path } = await ordered(language, phone)
    const page = await shopper.get(path)
    assert.ok(page.text.includes(title), page.text)
    const code = await codeOf(phone)
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const refused = await shopper.post(`${path}/confirm`, { code: wrong })
    assert.equal(refused.status, 422)
    assert.ok(refused.html.includes('id="code-error"'))
    assert.equal((await shopper.post(`${path}/confirm`, { code: '' })).status, 422)
    const early = await shopper.post(`${path}/code`, {})
    assert.equal(early.status, 429, 'another code only after a pause')
    const confirmed = await shopper.post(`${path}/confirm`, { code: toBanglaDigits(code) })
    assert.deepEqual([confirmed.status, confirmed.headers.get('location')], [303, path])
    assert.equal((await shopper.get(path)).text.includes(title), false)
    const late = await shopper.post(`${path}/code`, {})
    assert.equal(late.status, 409)
  })
}

test('nobody confirms with an address that opens no order', async () => {
  const shopper = createFormShopper(shop.origin)
  for (const path of [
    '/en/orders/short/confirm',
    `/en/orders/${'A'.repeat(43)}/confirm`,
    `/bn/orders/${'A'.repeat(43)}/code`,
  ]) {
    assert.equal((await shopper.post(path, { code: '123456' })).status, 404, path)
  }
})
