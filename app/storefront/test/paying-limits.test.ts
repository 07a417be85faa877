import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'
import { startSimulatedProviders } from './simulated-providers.ts'

let providers: Awaited<ReturnType<typeof startSimulatedProviders>>
let shop: ShopProcesses
let upazila: string
before(async () => {
  providers = await startSimulatedProviders()
  // bKash knows another password of ours, so it says no to every start.
  shop = await startShopProcesses({ ...providers.forShop, BKASH_PASSWORD: 'another' })
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
})
after(async () => {
  await shop?.close()
  await providers?.close()
})

const person = {
  name: 'Rahima Begum',
  phone: '01712-345678',
  email: '',
  district: 'dhaka',
  street: 'House 7, Road 4, Moghbazar',
  note: '',
}

/** Stands at the checkout of one new product with its fee shown. */
async function standAtCheckout(language: string, pricePaisa: number, choice: Record<string, string>) {
  const { variantId, slug } = await addProduct(shop.db, { pricePaisa })
  const shopper = createFormShopper(shop.origin)
  const typed = { ...person, ...choice }
  await shopper.post(`/${language}/cart/lines`, { variant: String(variantId), quantity: '1' })
  await shopper.post(`/${language}/checkout`, { ...typed, step: 'district' })
  const page = await shopper.post(`/${language}/checkout`, { ...typed, upazila, step: 'quote' })
  const order = (more: Record<string, string> = {}) =>
    shopper.post(`/${language}/checkout`, [
      ...Object.entries({ ...typed, upazila, ...more }),
      ...page.hidden,
      ['step', 'order'],
    ])
  return { shopper, slug, page, order }
}

/** What stands at a product, as soon as the catalogue has it. */
async function productText(language: string, slug: string): Promise<string> {
  const shopper = createFormShopper(shop.origin)
  for (const deadline = performance.now() + 20_000; performance.now() < deadline; await sleep(100)) {
    const { status, text } = await shopper.get(`/${language}/p/${slug}`)
    if (status === 200) return text
  }
  throw new Error(`the catalogue never had ${slug}`)
}

const radio = (html: string, payment: string) =>
  new RegExp(`<input[^>]*value="${payment}"[^>]*>`).exec(html)?.[0] ?? 'not there'

for (const [language, words] of [
  [
    'en',
    {
      amounts: /Only for amounts from ৳10 to ৳5,00,000\./,
      notTaken: /does not take an amount like this/,
      refused: /Paying with bKash is not possible for this order/,
      terms: /Card instalments: 3 to 12 months/,
      nineMonths: /<option value="9">[^<]*BRAC Bank, [^<]*<\/option>/,
    },
  ],
  [
    'bn',
    {
      amounts: /শুধু ৳১০ থেকে ৳৫,০০,০০০ পর্যন্ত।/,
      notTaken: /এই পরিমাণ টাকা নেওয়া যায় না/,
      refused: /এই অর্ডারের টাকা বিকাশ দিয়ে দেওয়া যাচ্ছে না/,
      terms: /কার্ডে ৩ থেকে ১২ মাসের কিস্তি/,
      nineMonths: /<option value="9">[^<]*ব্র্যাক ব্যাংক, [^<]*<\/option>/,
    },
  ],
] as const) {
  test(`${language}: a cart of more than cards take shows why, and with all typed kept another way orders it`, async () => {
    const { shopper, page, order, slug } = await standAtCheckout(language, 500_000_01, { payment: 'sslcommerz' })
    assert.match(radio(page.html, 'sslcommerz'), /disabled/)
    assert.doesNotMatch(radio(page.html, 'nagad'), /disabled/)
    assert.match(page.text, words.amounts)
    assert.doesNotMatch(page.html, /name="instalments"/)
    const refused = await order()
    assert.equal(refused.status, 422)
    assert.match(refused.text, words.notTaken)
    assert.match(refused.html, /value="Rahima Begum"/)
    const ordered = await order({ payment: 'nagad' })
    assert.equal(ordered.status, 303, ordered.text)
    const path = shopper.location(ordered).replace(/\/pay$/, '')
    const waiting = await shopper.get(path)
    assert.equal(radio(waiting.html, 'sslcommerz'), 'not there')
    const pressed = await shopper.post(`${path}/pay`, { payment: 'sslcommerz' })
    assert.equal(pressed.status, 422)
    assert.match(pressed.text, words.notTaken)
    assert.doesNotMatch(await productText(language, slug), words.terms)
  })

  test(`${language}: a provider that says no is told as such, and another way stands chosen`, async () => {
    const { shopper, order } = await standAtCheckout(language, 100_000, { payment: 'bkash' })
    const ordered = await order()
    assert.equal(ordered.status, 303, ordered.text)
    const waiting = await shopper.get(shopper.location(ordered))
    assert.match(waiting.text, words.refused)
    assert.doesNotMatch(radio(waiting.html, 'bkash'), /checked/)
    assert.match(radio(waiting.html, 'sslcommerz'), /checked/)
  })

  test(`${language}: terms of instalments stand at the product, months at the checkout, and the months go to SSLCOMMERZ`, async () => {
    const choice = { payment: 'sslcommerz', instalments: '6' }
    const { shopper, slug, page, order } = await standAtCheckout(language, 600_000, choice)
    assert.match(await productText(language, slug), words.terms)
    assert.match(page.html, /<select[^>]*name="instalments"/)
    assert.match(page.html, /<option value="6" selected="">/)
    // Not every bank has nine months: those that do are named.
    assert.match(page.html, words.nineMonths)
    const ordered = await order()
    const leaving = await shopper.get(shopper.location(ordered))
    const [, provider = ''] = /class="button" href="([^"]+)"/.exec(leaving.html) ?? []
    const theirs = await (await fetch(provider)).text()
    const months = [...theirs.matchAll(/<option value="(\d+)"/g)].map(([, value]) => value)
    assert.deepEqual(
      months.filter((value) => value !== '0'),
      ['6'],
    )
  })
}

test('too cheap for instalments: neither product nor checkout speaks of them', async () => {
  const { slug, page } = await standAtCheckout('en', 100_000, { payment: 'sslcommerz' })
  assert.doesNotMatch(page.html, /name="instalments"/)
  assert.doesNotMatch(await productText('en', slug), /instalments/)
})
