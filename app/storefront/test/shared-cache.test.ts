import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { startValkey, type TestValkey } from '@dhakacart/service-kit/testing/valkey.ts'
import { createFormShopper } from './form-shopper.ts'
import { type ShopProcesses, startShopProcesses } from './shop-processes.ts'

const warmWithinMs = 30_000

let valkey: TestValkey
let shop: ShopProcesses
let variantId: number
let upazila: string

before(async () => {
  valkey = await startValkey('a password')
  shop = await startShopProcesses({
    CACHE_URL: valkey.url(),
    CACHE_PASSWORD: 'a password',
    // A machine on which much else runs is slow, and that is not what is tested.
    CACHE_TIMEOUT: '200ms',
    LOG_LEVEL: 'info',
  })
  upazila = String((await addPlaces(shop.db)).insideDhakaUpazilaId)
  variantId = (await addProduct(shop.db, { slug: 'phone', nameEn: 'Phone one', stock: 1_000 })).variantId
  await addProduct(shop.db, { slug: 'other', nameEn: 'Other', stock: 20 })
})
after(async () => {
  await valkey.close()
  await shop.close()
})

async function figure(health: number, name: string, label = ''): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${health}/metrics`)).text()
  const lines = [...text.matchAll(new RegExp(`^dhakacart_${name}(?:\\{([^}]*)\\})? (\\S+)$`, 'gm'))]
  return lines.filter(([, labels = '']) => labels.includes(label)).reduce((sum, [, , value]) => sum + Number(value), 0)
}
async function until(isTrue: () => Promise<boolean>, what: string): Promise<void> {
  const deadline = performance.now() + warmWithinMs
  while (!(await isTrue())) {
    if (performance.now() > deadline) assert.fail(`never: ${what}`)
    await sleep(50)
  }
}
const textOf = async (address: string) => (await fetch(address)).text()

const person = {
  name: 'Rahima Begum',
  phone: '01712345678',
  email: '',
  district: 'dhaka',
  street: 'House 7, Road 4, Moghbazar',
  note: '',
  payment: 'cash_on_delivery',
}

/** Cart, address, total and order, as plain forms. */
async function buy(origin: string): Promise<void> {
  const shopper = createFormShopper(origin)
  await shopper.post('/en/cart/lines', { variant: String(variantId), quantity: '1' })
  await shopper.post('/en/checkout', { ...person, step: 'district' })
  const total = await shopper.post('/en/checkout', { ...person, upazila, step: 'quote' })
  const pressed: [string, string][] = [
    ...Object.entries(person),
    ['upazila', upazila],
    ...total.hidden,
    ['step', 'order'],
  ]
  const ordered = await shopper.post('/en/checkout', pressed)
  assert.equal(ordered.status, 303, ordered.text)
  const order = await shopper.get(shopper.location(ordered))
  assert.equal(order.status, 200)
}

test('what one storefront made another takes, while both show every edit', async () => {
  const late = await shop.startStorefront()
  const taken = async () => {
    const each = [shop, late].map(({ health }) => figure(health, 'page_second_level_total', 'outcome="hit"'))
    return (await Promise.all(each)).reduce((sum, hits) => sum + hits, 0)
  }
  // Databases of other tests on this server may make a storefront hear of old changes again, and then it takes nothing older.
  for (let round = 0; round === 0 || (await taken()) === 0; round++) {
    assert.ok(round < 20, 'nothing was taken')
    const name = `Phone round ${round} over`
    await shop.db.updateTable('products').set({ nameEn: name }).where('slug', '=', 'phone').execute()
    for (const { origin } of [shop, late]) {
      await until(async () => (await textOf(`${origin}/en/p/phone`)).includes(name), `${name} is on ${origin}`)
    }
  }
})

test('killed, back and empty, frozen, full, with a wrong password: pages, edits, carts and orders go on, none fails', async () => {
  const late = await shop.startStorefront({ CACHE_PASSWORD: 'another password' })
  const hurts = [
    valkey.kill,
    valkey.start,
    valkey.freeze,
    valkey.thaw,
    () => valkey.fill(true),
    () => valkey.fill(false),
  ]
  for (const [index, hurt] of hurts.entries()) {
    const name = `Phone ${index} after`
    await hurt()
    await shop.db.updateTable('products').set({ nameEn: name }).where('slug', '=', 'phone').execute()
    const visits = Array.from({ length: 8 }, async (_, visit) => {
      const { origin } = visit % 2 === 0 ? shop : late
      const answer = await fetch(
        `${origin}/${visit % 3 === 0 ? 'bn' : 'en'}/p/${visit % 4 === 0 ? 'other' : 'phone'}?v=${visit}`,
      )
      assert.equal(answer.status, 200)
      await answer.text()
    })
    await Promise.all([buy(shop.origin), buy(late.origin), ...visits])
    for (const { origin } of [shop, late]) {
      await until(async () => (await textOf(`${origin}/en/p/phone`)).includes(name), `${name} is on ${origin}`)
    }
  }
  const orders = await shop.db.selectFrom('orders').select('id').execute()
  assert.equal(orders.length, 2 * hurts.length)
})

test('who asks faster than people do reads so on a page, without JavaScript, in both languages; others go on', async () => {
  for (const [language, words] of [
    ['en', 'A little more slowly, please'],
    ['bn', 'একটু ধীরে, প্লিজ'],
  ] as const) {
    const shopper = createFormShopper(shop.origin)
    await shopper.get('/api/cart/summary')
    let page = await shopper.get(`/${language}/cart`)
    assert.equal(page.status, 200)
    for (let tries = 0; page.status !== 429; tries++) {
      assert.ok(tries < 10, 'never refused')
      const flood = Promise.all(Array.from({ length: 200 }, () => shopper.get('/api/cart')))
      page = await shopper.get(`/${language}/cart`)
      await flood
    }
    assert.match(page.text, new RegExp(words))
    assert.match(page.headers.get('retry-after') ?? '', /^[1-9]$/)
    assert.equal(page.headers.get('cache-control'), 'no-store')
    assert.equal((await createFormShopper(shop.origin).get(`/${language}/cart`)).status, 200)
  }
})
