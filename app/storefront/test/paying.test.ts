import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper, type Page } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'
import { startSimulatedProviders, type WayBack } from './simulated-providers.ts'

let providers: Awaited<ReturnType<typeof startSimulatedProviders>>
let shop: ShopProcesses
let upazila: string
before(async () => {
  providers = await startSimulatedProviders()
  shop = await startShopProcesses(providers.forShop)
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
})
after(async () => {
  await shop?.close()
  await providers?.close()
})

const person = {
  name: 'Rahima Begum',
  phone: '01712-345678',
  email: 'rahima@mail.example',
  district: 'dhaka',
  street: 'House 7, Road 4, Moghbazar',
  note: '',
}

/** Orders a new product and stands at the page that leads on to the provider. */
async function orderBy(payment: string, language = 'en', pricePaisa = 100_000) {
  const { variantId } = await addProduct(shop.db, { pricePaisa })
  const shopper = createFormShopper(shop.origin)
  const typed = { ...person, payment }
  await shopper.post(`/${language}/cart/lines`, { variant: String(variantId), quantity: '1' })
  await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
  const total = await shopper.post(`/${language}/checkout`, { ...typed, upazila, step: 'quote' })
  const fields: [string, string][] = [
    ...Object.entries(typed),
    ['upazila', upazila],
    ...total.hidden,
    ['step', 'order'],
  ]
  const press = () => shopper.post(`/${language}/checkout`, fields)
  const pressed = await press()
  assert.equal(pressed.status, 303, pressed.text)
  const way = shopper.location(pressed)
  const [, , , token = ''] = way.split('/')
  return { shopper, total, press, way, orderPath: `/${language}/orders/${token}`, variantId }
}

const pageOf = ({ html }: Page) => /class="button" href="([^"]+)"/.exec(html)?.[1] ?? ''

/** The browser comes back from the provider's site: by a link, or by a form of that other site. */
async function comeBack(back: WayBack): Promise<string> {
  const url = back.url.replace('localhost', '127.0.0.1')
  const answer = await fetch(url, {
    method: back.method,
    redirect: 'manual',
    headers: { origin: 'http://127.0.0.1:1', 'sec-fetch-site': 'cross-site' },
    ...(back.method === 'post' && { body: new URLSearchParams(back.fields) }),
  })
  assert.equal(answer.status, 303, await answer.text())
  return new URL(answer.headers.get('location') ?? '').pathname
}

for (const payment of ['bkash', 'nagad', 'sslcommerz']) {
  test(`${payment}: from the checkout to the provider and back to a paid order, without our script`, async () => {
    const { shopper, total, way, orderPath } = await orderBy(payment)
    assert.match(total.html, new RegExp(`value="${payment}"`))
    assert.equal(way, `${orderPath}/pay`)
    const leaving = await shopper.get(way)
    assert.deepEqual([leaving.status, leaving.headers.get('referrer-policy')], [200, 'no-referrer'])
    const landed = await comeBack(await providers.decide(pageOf(leaving), 'pay'))
    assert.equal(landed, orderPath)
    const paid = await shopper.get(orderPath)
    assert.match(paid.text, /৳1,060 paid/)
    assert.match(paid.text, /Confirmed/)
    assert.doesNotMatch(paid.text, /pay the courier in cash/)
  })
}

test('pressing twice, and pressing again after coming back with the back button, is one order and one payment', async () => {
  const { shopper, press, way, orderPath } = await orderBy('bkash')
  const again = await Promise.all([press(), press()])
  assert.deepEqual(
    again.map((page) => shopper.location(page)),
    [way, way],
  )
  const pages = new Set([pageOf(await shopper.get(way)), pageOf(await shopper.get(way))])
  assert.equal(pages.size, 1)
  await comeBack(await providers.decide([...pages][0] ?? '', 'pay'))
  assert.equal(shopper.location(await press()), orderPath)
})

test('cancelled at the provider: the order’s page says so, and another way pays it', async () => {
  const { shopper, way, orderPath } = await orderBy('bkash', 'bn')
  await comeBack(await providers.decide(pageOf(await shopper.get(way)), 'cancel'))
  const waiting = await shopper.get(orderPath)
  assert.match(waiting.text, /পেমেন্ট হয়নি/)
  assert.match(waiting.html, /name="payment" value="nagad"/)
  const chosen = await shopper.post(`${orderPath}/pay`, { payment: 'nagad' })
  assert.equal(chosen.status, 303)
  const back = await providers.decide(pageOf(await shopper.get(`${orderPath}/pay`)), 'pay')
  await comeBack(back)
  assert.match((await shopper.get(orderPath)).text, /৳১,০৬০ পরিশোধ হয়েছে/)
})

for (const [language, words] of [
  [
    'en',
    {
      unpaid: /You ordered what was in this cart It is not paid yet\. We keep/,
      pay: /Pay order DC\w{8}/,
      paid: /How far it is: Confirmed/,
    },
  ],
  [
    'bn',
    {
      unpaid: /এই কার্টের পণ্য অর্ডার করা হয়েছে এখনো টাকা দেওয়া হয়নি/,
      pay: /অর্ডার DC\w{8}-এর টাকা দিন/,
      paid: /এখন কোন ধাপে: নিশ্চিত/,
    },
  ],
] as const) {
  test(`back without having paid: cart and checkout lead to the order, paid or not, and another browser to none: ${language}`, async () => {
    const { shopper, way, orderPath, variantId } = await orderBy('bkash', language)
    for (const path of ['cart', 'checkout']) {
      const page = await shopper.get(`/${language}/${path}`)
      assert.equal(page.status, 200)
      assert.match(page.text, words.pay)
      assert.ok(page.html.includes(`href="${orderPath}"`), page.html)
      const stranger = await createFormShopper(shop.origin).get(`/${language}/${path}`)
      assert.doesNotMatch(stranger.html, /\/orders\//)
    }
    assert.match((await shopper.get(`/${language}/cart`)).text, words.unpaid)
    await providers.decide(pageOf(await shopper.get(way)), 'pay').then(comeBack)
    const paid = await shopper.get(`/${language}/cart`)
    assert.match(paid.text, words.paid)
    assert.ok(paid.html.includes(`href="${orderPath}"`))
    await shopper.post(`/${language}/cart/lines`, { variant: String(variantId), quantity: '1' })
    assert.doesNotMatch((await shopper.get(`/${language}/cart`)).html, /\/orders\//, 'the next cart is another one')
  })
}

test('a way to pay that nobody offers, or none, is refused in words and the order is kept', async () => {
  const { shopper, orderPath } = await orderBy('nagad')
  for (const payment of ['paypal', '']) {
    const page = await shopper.post(`${orderPath}/pay`, { payment })
    assert.equal(page.status, 422)
    assert.match(page.text, /choose how to pay/i)
  }
})

test('the closed tab: the order is there, waits for its money, and its page leads on to the same payment', async () => {
  const { shopper, orderPath } = await orderBy('nagad')
  const page = await shopper.get(orderPath)
  assert.match(page.text, /To be paid now: ৳1,060/)
  assert.match(page.html, /data-time-left="2/)
  assert.match(pageOf(page), /\/nagad\/pay\//)
})

test('what went back and what is still paid stand side by side, in both languages, until nothing is left', async () => {
  const { shopper, way, orderPath } = await orderBy('nagad')
  await comeBack(await providers.decide(pageOf(await shopper.get(way)), 'pay'))
  const token = orderPath.split('/').at(-1) ?? ''
  const order = await shop.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirstOrThrow()
  const payment = await shop.db
    .selectFrom('payments')
    .select('id')
    .where('orderId', '=', order.id)
    .executeTakeFirstOrThrow()
  // As the service writes it: promised, the sum is no longer kept.
  const giveBack = async (amountPaisa: number, isDone: boolean) => {
    await shop.db
      .updateTable('payments')
      .set((e) => ({ refundedPaisa: e('refundedPaisa', '+', amountPaisa) }))
      .where('id', '=', payment.id)
      .execute()
    await shop.db
      .insertInto('refunds')
      .values({
        reference: `R${order.id}${amountPaisa}`.padEnd(12, 'X'),
        idempotencyKey: randomUUID(),
        requestHash: Buffer.from('00', 'hex'),
        orderId: order.id,
        paymentId: payment.id,
        amountPaisa,
        reason: 'a scratch',
        state: isDone ? 'done' : 'by_hand',
        doneAt: isDone ? '2026-03-02T06:00:00Z' : null,
      })
      .execute()
  }
  await giveBack(30_000, false)
  await giveBack(10_000, true)
  const read = async (language: string) => (await shopper.get(orderPath.replace('/en/', `/${language}/`))).text
  assert.match(
    await read('en'),
    /৳300 is on its way back to you.*৳100 was given back on.*Without that, ৳660 is paid for this order\./s,
  )
  assert.match(await read('bn'), /৳৩০০ আপনার কাছে ফেরত যাচ্ছে.*৳১০০ ফেরত দেওয়া হয়েছে.*তা বাদে এই অর্ডারে ৳৬৬০ পরিশোধ করা আছে/s)
  assert.doesNotMatch(await read('en'), /৳1,060 paid/)
  await giveBack(66_000, false)
  assert.doesNotMatch(await read('en'), /Without that|৳0 /)
})

test('nothing of the providers’ keys is in any line that api and storefront logged', () => {
  const log = shop.log()
  assert.ok(log.includes('/api/payments/:method/return/:reference'), 'the log has the requests of these tests')
  for (const [key, value] of Object.entries(providers.forShop)) {
    if (key.endsWith('_URL') || key.endsWith('_STORE_ID') || key.endsWith('USERNAME') || key.endsWith('MERCHANT_ID'))
      continue
    assert.ok(!log.includes(value), `${key} was logged`)
    assert.ok(!log.includes(encodeURIComponent(value)), `${key} was logged`)
  }
  assert.ok(!log.includes('store_passwd'))
})
