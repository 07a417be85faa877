import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let upazila: string
let variant: string
before(async () => {
  shop = await startShopProcesses()
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
  variant = String((await addProduct(shop.db, { pricePaisa: 200_000, stock: 20 })).variantId)
  const window = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2098-01-01T00:00:00Z' }
  await shop.db
    .insertInto('coupons')
    .values({ code: 'EID10', percent: 10, ...window })
    .execute()
})
after(() => shop.close())

for (const [language, off, total, wrong] of [
  ['en', 'EID10: ৳200 less.', '৳1,860', 'not valid'],
  ['bn', 'EID10: ৳২০০ ছাড়।', '৳১,৮৬০', 'ঠিক নয়'],
] as const) {
  test(`a coupon is entered, counted at the checkout, kept on the order, without JavaScript: ${language}`, async () => {
    const shopper = createFormShopper(shop.origin)
    await shopper.post(`/${language}/cart/lines`, { variant, quantity: '1' })
    const refused = await shopper.post(`/${language}/cart/coupon`, { coupon: 'NOSUCH' })
    assert.equal(refused.status, 404)
    assert.ok(refused.text.includes(wrong), refused.text)
    assert.equal((await shopper.post(`/${language}/cart/coupon`, { coupon: 'eid10 ' })).status, 303)
    const cart = await shopper.get(`/${language}/cart`)
    assert.ok(cart.text.includes(off), cart.text)
    await shopper.post(`/${language}/cart/coupon/remove`, {})
    assert.equal((await shopper.get(`/${language}/cart`)).text.includes(off), false)
    await shopper.post(`/${language}/cart/coupon`, { coupon: 'EID10' })

    const person = { name: 'রহিমা বেগম', phone: '01712-345678', email: '', district: 'dhaka', street: 'House 7, Road 4' }
    const typed = { ...person, note: '', payment: 'cash_on_delivery', upazila }
    await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
    const checkout = await shopper.post(`/${language}/checkout`, { ...typed, step: 'quote' })
    // 2,000 less 200, and 60 for delivery.
    assert.ok(checkout.text.includes(total), checkout.text)
    const fields = [...Object.entries(typed), ...checkout.hidden, ['step', 'order']] as [string, string][]
    const placed = await shopper.post(`/${language}/checkout`, fields)
    assert.equal(placed.status, 303, placed.text)
    const order = await shopper.get(placed.headers.get('location') as string)
    assert.ok(order.text.includes('EID10') && order.text.includes(total), order.text)
  })
}
