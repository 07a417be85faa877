import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper, type FormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let upazila: string
let variant: string
before(async () => {
  shop = await startShopProcesses()
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
  variant = String((await addProduct(shop.db, { pricePaisa: 200_000, stock: 20 })).variantId)
})
after(() => shop.close())

/** The page of an order of two units that has just arrived. */
async function arrived(shopper: FormShopper, language: string): Promise<{ path: string; id: number }> {
  await shopper.post(`/${language}/cart/lines`, { variant, quantity: '2' })
  const person = { name: 'রহিমা বেগম', phone: '01712-345678', email: '', district: 'dhaka', street: 'House 7, Road 4' }
  const typed = { ...person, note: '', payment: 'cash_on_delivery', upazila }
  await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
  const checkout = await shopper.post(`/${language}/checkout`, { ...typed, step: 'quote' })
  const fields = [...Object.entries(typed), ...checkout.hidden, ['step', 'order']] as [string, string][]
  const path = shopper.location(await shopper.post(`/${language}/checkout`, fields))
  assert.equal((await shopper.get(path)).html.includes('id="returns"'), false, 'nothing to return yet')
  const token = path.split('/').at(-1) as string
  const { id } = await shop.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirstOrThrow()
  await shop.db.updateTable('orders').set({ state: 'delivered' }).where('id', '=', id).execute()
  await shop.db
    .insertInto('orderTransitions')
    .values({ orderId: id, fromState: 'shipped', toState: 'delivered', cause: 'staff' })
    .execute()
  return { path, id }
}

for (const [language, linesMissing, reasonMissing, requested, line, refused] of [
  ['en', 'how many of which product', 'Please choose a reason', 'Return requested', '1 ×', 'We cannot take'],
  ['bn', 'কয়টি ফেরত দেবেন', 'একটি কারণ বেছে নিন', 'ফেরতের অনুরোধ পেয়েছি', ', ১টি', 'ফেরত নিতে পারছি না'],
] as const) {
  test(`a shopper asks to return a part, without JavaScript, and reads how far it is: ${language}`, async () => {
    const shopper = createFormShopper(shop.origin)
    const { path, id } = await arrived(shopper, language)
    const form = await shopper.get(path)
    const key = form.hidden.find(([name]) => name === 'key')?.[1] ?? ''
    const quantity = `quantity-${variant}`
    const send = (fields: Record<string, string>) => shopper.post(`${path}/returns`, { key, ...fields })

    const none = await send({ [quantity]: '0', reason: 'defective', note: 'Screen <b>dark</b>' })
    assert.equal(none.status, 422)
    assert.ok(none.text.includes(linesMissing), none.text)
    assert.ok(none.html.includes('Screen &lt;b&gt;dark&lt;/b&gt;</textarea>'), 'what was typed is kept, as text')
    assert.deepEqual(none.hidden.find(([name]) => name === 'key')?.[1], key)
    const noReason = await send({ [quantity]: '1', reason: 'because', note: '' })
    assert.ok(noReason.status === 422 && noReason.text.includes(reasonMissing), noReason.text)
    assert.equal((await send({ [quantity]: '1', reason: 'other', note: 'x'.repeat(501) })).status, 422)
    assert.equal((await send({ [quantity]: '3', reason: 'other', note: '' })).status, 422)

    const fields = { [quantity]: '1', reason: 'defective', note: 'Screen dark' }
    const answers = await Promise.all([send(fields), send(fields)])
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('location')]),
      [303, 303].map((status) => [status, `${path}#returns`]),
    )
    const asked = await shop.db.selectFrom('orderReturns').select('reason').where('orderId', '=', id).execute()
    assert.deepEqual(asked, [{ reason: 'defective' }], 'pressed twice, asked once')
    const page = await shopper.get(path)
    for (const text of [requested, line, 'Screen dark']) assert.ok(page.text.includes(text), page.text)

    await shop.db
      .updateTable('orderReturns')
      .set({ state: 'refused', decisionNote: 'The seal is broken' })
      .where('orderId', '=', id)
      .execute()
    const later = await shopper.get(path)
    for (const text of [refused, 'The seal is broken']) assert.ok(later.text.includes(text), later.text)
  })
}

test('a token of nobody and one that is none get no form', async () => {
  const shopper = createFormShopper(shop.origin)
  assert.equal((await shopper.post('/en/orders/short/returns', {})).status, 404)
  assert.equal((await shopper.post(`/en/orders/${'A'.repeat(43)}/returns`, {})).status, 404)
})
