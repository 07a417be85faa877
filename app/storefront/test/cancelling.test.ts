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

/** The page of an order that was just placed, and how to take it along. */
async function ordered(shopper: FormShopper, language: string, phone: string) {
  await shopper.post(`/${language}/cart/lines`, { variant, quantity: '1' })
  const person = { name: 'রহিমা বেগম', phone, email: '', district: 'dhaka', street: 'House 7, Road 4' }
  const typed = { ...person, note: '', payment: 'cash_on_delivery', upazila }
  await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
  const checkout = await shopper.post(`/${language}/checkout`, { ...typed, step: 'quote' })
  const fields = [...Object.entries(typed), ...checkout.hidden, ['step', 'order']] as [string, string][]
  const path = shopper.location(await shopper.post(`/${language}/checkout`, fields))
  const token = path.split('/').at(-1) as string
  const { id } = await shop.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirstOrThrow()
  const move = async (fromState: string, toState: string) => {
    await shop.db.updateTable('orders').set({ state: toState }).where('id', '=', id).execute()
    await shop.db.insertInto('orderTransitions').values({ orderId: id, fromState, toState, cause: 'staff' }).execute()
  }
  return { path, id, move }
}

for (const [language, phone, open, reasonMissing, requested, withdrawn, refused, calledBack] of [
  [
    'en',
    '01712-345678',
    'Ask us to cancel',
    'Please choose a reason',
    'You asked us to cancel',
    'You keep the order',
    'We cannot cancel it any more',
    'We call the parcel back',
  ],
  [
    'bn',
    '01712-345679',
    'বাতিলের অনুরোধ করুন',
    'একটি কারণ বেছে নিন',
    'বাতিলের অনুরোধ পেয়েছি',
    'অর্ডারটি আপনি রাখছেন',
    'আর বাতিল করা যাচ্ছে না',
    'পার্সেলটি ফিরিয়ে আনছি',
  ],
] as const) {
  test(`a shopper asks to cancel what is packed, takes it back, and reads the answer, without JavaScript: ${language}`, async () => {
    const shopper = createFormShopper(shop.origin)
    const { path, id, move } = await ordered(shopper, language, phone)
    assert.equal((await shopper.get(path)).html.includes('id="cancellation"'), false, 'they still cancel by themselves')
    await move('confirmed', 'packed')
    const form = await shopper.get(path)
    assert.ok(form.text.includes(open), form.text)
    const key = form.hidden.find(([name]) => name === 'key')?.[1] ?? ''
    const send = (fields: Record<string, string>) => shopper.post(`${path}/cancellation-requests`, { key, ...fields })

    const noReason = await send({ reason: 'bored', note: 'Not <b>now</b>' })
    assert.ok(noReason.status === 422 && noReason.text.includes(reasonMissing), noReason.text)
    assert.ok(noReason.html.includes('Not &lt;b&gt;now&lt;/b&gt;</textarea>'), 'what was typed is kept, as text')
    assert.equal(noReason.hidden.find(([name]) => name === 'key')?.[1], key)
    assert.equal((await send({ reason: 'other', note: 'x'.repeat(501) })).status, 422)

    const fields = { reason: 'changed_mind', note: 'Not now' }
    const answers = await Promise.all([send(fields), send(fields)])
    assert.deepEqual(
      answers.map(({ status, headers }) => [status, headers.get('location')]),
      [303, 303].map((status) => [status, `${path}#cancellation`]),
    )
    const rows = () =>
      shop.db
        .selectFrom('cancellationRequests')
        .select(['id', 'state'])
        .where('orderId', '=', id)
        .orderBy('id')
        .execute()
    const [row, ...more] = await rows()
    assert.deepEqual([row?.state, more], ['requested', []], 'pressed twice, asked once')
    const page = await shopper.get(path)
    for (const text of [requested, 'Not now']) assert.ok(page.text.includes(text), page.text)
    assert.equal(page.text.includes(open), false, 'one at a time')

    const request = page.hidden.find(([name]) => name === 'request')?.[1] ?? ''
    const back = () => shopper.post(`${path}/cancellation-requests/withdraw`, { request })
    assert.deepEqual([(await back()).status, (await back()).status], [303, 303])
    assert.ok((await shopper.get(path)).text.includes(withdrawn))

    const again = await shopper.get(path)
    const another = again.hidden.find(([name]) => name === 'key')?.[1] ?? ''
    await shopper.post(`${path}/cancellation-requests`, { key: another, reason: 'other', note: '' })
    const answer = (state: string, decisionNote: string | null) =>
      shop.db
        .updateTable('cancellationRequests')
        .set({ state, decisionNote, settledAt: new Date().toISOString() })
        .where('key', '=', another)
        .execute()
    await answer('refused', 'It left already')
    const told = await shopper.get(path)
    for (const text of [refused, 'It left already']) assert.ok(told.text.includes(text), told.text)
    await answer('accepted', null)
    await move('packed', 'shipped')
    assert.ok((await shopper.get(path)).text.includes(calledBack))
    const late = await shopper.post(`${path}/cancellation-requests/withdraw`, {
      request: String((await rows())[1]?.id),
    })
    assert.equal(late.status, 409)
  })
}

test('a token of nobody, one that is none, and a request that is none get no form', async () => {
  const shopper = createFormShopper(shop.origin)
  assert.equal((await shopper.post('/en/orders/short/cancellation-requests', {})).status, 404)
  const path = `/en/orders/${'A'.repeat(43)}/cancellation-requests`
  assert.equal((await shopper.post(path, { reason: 'other' })).status, 404)
  for (const request of ['1', '-1', '1.5', 'one', '']) {
    assert.equal((await shopper.post(`${path}/withdraw`, { request })).status, 404, request)
  }
})
