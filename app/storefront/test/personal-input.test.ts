import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

let shop: ShopProcesses
let variant: string
let upazila: string
before(async () => {
  shop = await startShopProcesses()
  variant = String((await addProduct(shop.db)).variantId)
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
})
after(() => shop.close())

const good = { name: 'Karim Uddin', phone: '01812345678', street: 'Village road 3', district: 'dhaka' }

test('a cart takes no product or quantity that is none', async () => {
  const shopper = createFormShopper(shop.origin)
  for (const fields of [
    {},
    { variant: 'x' },
    { variant: '-1' },
    { variant: '1e3' },
    { variant: '99999999999999999999' },
    { variant, quantity: '0' },
    { variant, quantity: '-2' },
    { variant, quantity: '1.5' },
    { variant, quantity: '100' },
    { variant, quantity: '9'.repeat(400) },
    { variant, quantity: '<b>' },
  ]) {
    const answer = await shopper.post('/en/cart/lines', fields as Record<string, string>)
    assert.equal(answer.status, 400, JSON.stringify(fields))
    assert.match(answer.html, /role="alert"/)
  }
  assert.equal((await shopper.post('/en/cart/lines', { variant: '987654321' })).status, 404)
  assert.equal((await shopper.post('/en/cart/lines/x', { quantity: '1' })).status, 400)
  assert.equal((await shopper.post('/en/cart/lines/5/remove', {})).status, 404)
})

test('checkout says beside every field what is wrong, keeps what was typed, and orders nothing', async () => {
  const shopper = createFormShopper(shop.origin)
  await shopper.post('/en/cart/lines', { variant, quantity: '1' })
  const wrong: [Record<string, string>, string][] = [
    [{ name: 'x' }, 'name'],
    [{ name: 'ab\u0000\u0001' }, 'name'],
    [{ name: 'a'.repeat(101) }, 'name'],
    [{ phone: '12345' }, 'phone'],
    [{ phone: '02-9876543' }, 'phone'],
    [{ email: 'no at sign' }, 'email'],
    [{ street: 'ab' }, 'street'],
    [{ street: 'a'.repeat(161) }, 'street'],
    [{ note: 'n'.repeat(301) }, 'note'],
    [{ district: '' }, 'district'],
    [{ district: 'atlantis' }, 'upazila'],
    [{ upazila: '' }, 'upazila'],
    [{ upazila: "1' or 1=1" }, 'upazila'],
    [{ payment: 'gold' }, 'payment'],
  ]
  for (const [fields, field] of wrong) {
    const sent = { ...good, upazila, payment: 'cash_on_delivery', upazilasOf: 'dhaka', ...fields, step: 'order' }
    const answer = await shopper.post('/en/checkout', sent)
    assert.equal(answer.status, 422, JSON.stringify(fields).slice(0, 60))
    assert.ok(answer.html.includes(`href="#${field}"`), field)
    assert.ok(answer.html.includes(`id="${field}-error"`), field)
  }
  assert.deepEqual(await shop.db.selectFrom('orders').select('id').execute(), [])
})

test('hidden fields that somebody wrote himself order nothing', async () => {
  const shopper = createFormShopper(shop.origin)
  await shopper.post('/en/cart/lines', { variant, quantity: '1' })
  const base = { ...good, upazila, payment: 'cash_on_delivery', upazilasOf: 'dhaka', quotedFor: upazila, step: 'order' }
  const key = '00000000-0000-4000-8000-000000000000'
  for (const [fields, status] of [
    [{ fee: '-1', key, line: `${variant}:1:100000` }, 400],
    [{ fee: '6000', key: 'x', line: `${variant}:1:100000` }, 400],
    [{ fee: '6000', key, line: 'a:b:c' }, 400],
    [{ fee: '6000', key, line: `${variant}:1:1:1` }, 400],
    [{ fee: '6000', key }, 400],
    [{ fee: '', key, line: `${variant}:1:100000` }, 409],
    [{ fee: '6000', key, line: `${variant}:1:1` }, 409],
    [{ fee: '0', key, line: `${variant}:1:100000` }, 409],
  ] as const) {
    const answer = await shopper.post('/en/checkout', { ...base, ...fields } as Record<string, string>)
    assert.equal(answer.status, status, JSON.stringify(fields))
  }
  assert.deepEqual(await shop.db.selectFrom('orders').select('id').execute(), [])
})

test('what a shopper types is shown as text and never as markup', async () => {
  const shopper = createFormShopper(shop.origin)
  await shopper.post('/en/cart/lines', { variant, quantity: '1' })
  const evil = '"><script>alert(1)</script>'
  const page = await shopper.post('/en/checkout', { ...good, name: evil, street: evil, note: evil, step: 'district' })
  assert.doesNotMatch(page.html, /<script>alert/)
  const track = await shopper.post('/en/track', { number: evil, phone: evil })
  assert.doesNotMatch(track.html, /<script>alert/)
})

test('tracking answers an unknown order, a wrong phone and nonsense alike honestly', async () => {
  const shopper = createFormShopper(shop.origin)
  assert.equal((await shopper.post('/en/track', { number: 'DC33333333', phone: '01712345678' })).status, 404)
  assert.equal((await shopper.post('/bn/track', { number: '🙂', phone: '০১৭১২৩৪৫৬৭৮' })).status, 404)
  assert.equal((await shopper.post('/en/track', { number: '', phone: '' })).status, 422)
  assert.equal((await shopper.post('/en/track', { number: 'x'.repeat(5_000), phone: '1' })).status, 422)
  const typed = await shopper.post('/en/track', { number: 'DC33333333', phone: '01712345678' })
  assert.ok(typed.html.includes('value="DC33333333"'), 'what was typed stays')
})

test('an order that does not exist is not found, whatever stands in its address', async () => {
  const shopper = createFormShopper(shop.origin)
  for (const token of ['x', 'a'.repeat(43), '..%2f..%2f', '%00', 'a'.repeat(44)]) {
    assert.equal((await shopper.get(`/en/orders/${token}`)).status, 404, token)
    assert.equal((await shopper.post(`/en/orders/${token}/cancel`, {})).status, 404, token)
  }
})

test('an empty checkout leads back to the cart, and pages that belong to nobody yet set no cookie', async () => {
  const shopper = createFormShopper(shop.origin)
  const checkout = await shopper.get('/bn/checkout')
  assert.deepEqual([checkout.status, shopper.location(checkout)], [303, '/bn/cart'])
  for (const path of ['/en/cart', '/en/track', '/en/terms', '/en/mailbox']) {
    const page = await shopper.get(path)
    assert.equal(page.status, 200, path)
    assert.deepEqual(page.headers.getSetCookie(), [], path)
  }
})

test('a form of another site is refused', async () => {
  for (const path of ['/en/cart/lines', '/en/checkout', `/en/orders/${'a'.repeat(43)}/cancel`]) {
    const headers = { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await fetch(shop.origin + path, { method: 'POST', headers, body: 'variant=1' })
    assert.equal(answer.status, 403, path)
  }
})

test('every page of information is there in both languages for any cache, and says different things', async () => {
  const shopper = createFormShopper(shop.origin)
  for (const name of ['delivery', 'returns', 'warranty', 'contact', 'privacy', 'terms', 'about']) {
    const [english, bangla] = [await shopper.get(`/en/${name}`), await shopper.get(`/bn/${name}`)]
    assert.match(String(english.headers.get('cache-control')), /^public/)
    assert.ok(english.text.length > 600 && bangla.text.length > 600, name)
    assert.match(bangla.text, /[\u0980-\u09ff]{3}/)
  }
  assert.match((await shopper.get('/en/delivery')).text, /Inside Dhaka ৳60 ৳20 1–2/)
})
