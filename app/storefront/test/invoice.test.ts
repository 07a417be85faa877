import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let upazila: string
before(async () => {
  shop = await startShopProcesses()
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
})
after(() => shop.close())

const person = {
  name: 'রহিমা বেগম',
  phone: '01712345678',
  email: '',
  district: 'dhaka',
  street: 'বাড়ি ৭, সড়ক ৪',
  note: '',
  payment: 'cash_on_delivery',
}

/** Orders without JavaScript and returns the path of the order's page, below the language. */
async function order(): Promise<string> {
  const { variantId } = await addProduct(shop.db, { nameEn: 'Walton NEXG N74', nameBn: 'ওয়ালটন নেক্সজি এন৭৪' })
  const shopper = createFormShopper(shop.origin)
  await shopper.post('/bn/cart/lines', { variant: String(variantId), quantity: '2' })
  await shopper.post('/bn/checkout', { ...person, step: 'district' })
  const total = await shopper.post('/bn/checkout', { ...person, upazila, step: 'quote' })
  const fields = { ...person, upazila, ...Object.fromEntries(total.hidden), step: 'order' }
  const answer = await shopper.post('/bn/checkout', fields)
  const path = /\/orders\/[A-Za-z0-9_-]{43}/.exec(`${answer.headers.get('location') ?? ''} ${answer.html}`)?.[0]
  assert.ok(path, answer.html.slice(0, 500))
  return path
}
const read = (path: string) => fetch(`${shop.origin}${path}`, { redirect: 'manual' })

test('the order links its invoice, which is printed in either language and never stored', async () => {
  const path = await order()
  const page = await (await read(`/bn${path}`)).text()
  assert.ok(page.includes(`href="/bn${path}/invoice"`) && page.includes(`${path}/invoice.pdf?language=bn`))
  const bangla = await read(`/bn${path}/invoice`)
  assert.equal(bangla.status, 200)
  assert.match(bangla.headers.get('cache-control') ?? '', /no-store/)
  assert.equal(bangla.headers.get('referrer-policy'), 'same-origin')
  const html = await bangla.text()
  for (const text of ['চালান', 'ওয়ালটন নেক্সজি এন৭৪', '৳২,০০০', 'রহিমা বেগম', 'ওয়ারেন্টি: ১২ মাস', 'বিআইএন'])
    assert.ok(html.includes(text), text)
  const english = await (await read(`/en${path}/invoice`)).text()
  for (const text of ['Walton NEXG N74', '৳2,060', 'VAT in it', 'Warranty: 12 months'])
    assert.ok(english.includes(text), text)
})

test('the PDF comes through the shop’s own address', async () => {
  const path = await order()
  const answer = await read(`/api${path}/invoice.pdf?language=bn`)
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('content-type'), 'application/pdf')
  assert.equal(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
})

test('a cancelled order shows itself instead of an invoice, and has no link to one', async () => {
  const path = await order()
  const token = path.split('/').at(-1) as string
  await shop.db.updateTable('orders').set({ state: 'cancelled' }).where('token', '=', token).execute()
  const answer = await read(`/bn${path}/invoice`)
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, `/bn${path}`])
  assert.ok(!(await (await read(`/bn${path}`)).text()).includes('/invoice'))
})

test('nobody sees an invoice without the whole token', async () => {
  const path = await order()
  assert.equal((await read(`/bn${path.slice(0, -1)}/invoice`)).status, 404)
  const other = `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`
  assert.equal((await read(`/bn${other}/invoice`)).status, 404)
})
