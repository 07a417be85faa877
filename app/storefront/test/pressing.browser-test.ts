import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import type { Product, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { expectComplaints } from '@dhakacart/service-kit/testing/browser-complaints.ts'
import { freePort } from '@dhakacart/service-kit/testing/processes.ts'
import type { Browser, Page, Route } from 'playwright-core'
import { type GoOn, sentByScript } from '../src/sent-by-script.ts'
import { shops } from '../src/shop.ts'
import { axeFindings } from './axe.ts'
import { launchBrowser, shopOrigin, touchCheckout } from './browser.ts'
import { type StorefrontUnderTest, startStorefront } from './shop-under-test.ts'

/** Below what the shop asks a code or an advance for. */
const cheapMaxPaisa = 1_500_000
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

let browser: Browser
/** Each shopper buys another one: one that all tests of a run buy is sold out before its end. */
let variantIds: number[]
let shoppers = 0
/** The same pages before an api that is not there. */
let withoutApi: StorefrontUnderTest
/** And before one whose every answer is that it failed. */
let beforeFailingApi: StorefrontUnderTest
const failingApi = createServer((_request, response) => {
  const body = { code: 'INTERNAL', message: 'Something went wrong on our side.', requestId: 'a-request' }
  response.writeHead(500, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})

before(async () => {
  withoutApi = await startStorefront(`http://127.0.0.1:${await freePort()}`)
  await once(failingApi.listen(0, '127.0.0.1'), 'listening')
  const { port } = failingApi.address() as AddressInfo
  beforeFailingApi = await startStorefront(`http://127.0.0.1:${port}`)
  browser = await launchBrowser()
  const ask = async (path: string) => (await fetch(`${shopOrigin()}/api/catalogue/products${path}`)).json()
  const { products } = (await ask('?inStock=true&sort=popular&limit=48')) as ProductList
  const cheap = products.filter((card) => card.variantCount === 1 && card.pricePaisa <= cheapMaxPaisa).slice(0, 12)
  const found = (await Promise.all(cheap.map(({ slug }) => ask(`/${slug}`)))) as Pick<Product, 'variants'>[]
  variantIds = found.flatMap(({ variants }) => variants.filter((one) => one.unitsLeft === null).map(({ id }) => id))
  assert.ok(variantIds.length >= 4, `${variantIds.length} products have enough in stock`)
})
after(async () => {
  await browser.close()
  await withoutApi.close()
  await beforeFailingApi.close()
  failingApi.close()
})

const orderButton = (page: Page) => page.locator('.checkout-summary button[value=order]')

/** A shopper who has filled in everything and sees the total. `press` decides what becomes of each press on its way. */
async function atTotal(language: Language, press: (route: Route, time: number) => Promise<void>): Promise<Page> {
  const context = await browser.newContext(phone)
  const added = await context.request.post(`${shopOrigin()}/api/cart/lines`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { variantId: variantIds[shoppers++ % variantIds.length], quantity: 1 },
  })
  assert.equal(added.status(), 200)
  const page = await context.newPage()
  await page.goto(`${shopOrigin()}/${language}/checkout`)
  await touchCheckout(page)
  await page.locator('#name').fill('Rahima Begum')
  await page.locator('#phone').fill(`017${String(randomInt(10 ** 8)).padStart(8, '0')}`)
  await page.locator('#street').fill('House 7, Road 4')
  await page.locator('#district').selectOption('dhaka')
  await page.locator('#upazila:enabled').selectOption({ index: 1 })
  await page.locator('.amounts-total').waitFor()
  let time = 0
  await page.route(`**/${language}/checkout`, (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    time += 1
    return press(route, time)
  })
  return page
}

/** Answers as the shop does while its api is away. */
async function answerAway(route: Route): Promise<void> {
  const request = route.request()
  const { 'content-type': type } = request.headers()
  const answer = await withoutApi.app.inject({
    method: 'POST',
    url: new URL(request.url()).pathname,
    headers: { 'content-type': type, [sentByScript]: '1' },
    payload: request.postData() ?? '',
  })
  await route.fulfill({ status: answer.statusCode, contentType: 'text/html; charset=utf-8', body: answer.payload })
}

/** The shop gets the press, but the phone never hears what became of it. */
async function loseAnswer(route: Route): Promise<string> {
  const answer = await route.fetch()
  await route.abort('connectionreset')
  return ((await answer.json()) as GoOn).goOnTo
}

test('an order whose answer is lost in a reset is sent again, is the same order, and its page opens', async () => {
  expectComplaints(/ERR_CONNECTION_RESET/)
  let placed = ''
  let times = 0
  const page = await atTotal('bn', async (route, time) => {
    times = time
    if (time === 1) placed = await loseAnswer(route)
    else await route.continue()
  })
  await orderButton(page).click()
  await page.waitForURL(/\/orders\/[\w-]{43}$/)
  assert.equal(new URL(page.url()).pathname, placed)
  assert.equal(times, 2)
  await page.context().close()
})

test('an order that nobody answers shows that it is on its way, is sent again after five seconds, and is placed once', async () => {
  let times = 0
  const page = await atTotal('en', async (route, time) => {
    times = time
    if (time > 1) await route.continue()
  })
  // The page itself writes down what it shows, because from outside it cannot be asked while it is being left.
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('.checkout-summary button[value=order]')
    button?.click()
    button?.click()
    setTimeout(() => {
      const words = document.querySelector('.checkout-summary [role=status]')?.textContent ?? ''
      sessionStorage.setItem('seen', `${button?.ariaBusy} ${words}`)
      button?.click()
    }, 3_500)
  })
  await page.waitForURL(/\/orders\//, { timeout: 15_000 })
  assert.match(String(await page.evaluate(() => sessionStorage.getItem('seen'))), /^true Still working/)
  assert.equal(times, 2)
  await page.context().close()
})

for (const language of ['en', 'bn'] as const) {
  test(`a connection that stays away is told in our own words, keeps what was typed, and the next press orders: ${language}`, async () => {
    expectComplaints(/ERR_INTERNET_DISCONNECTED/)
    let isAway = true
    let times = 0
    const page = await atTotal(language, async (route, time) => {
      times = time
      await (isAway ? route.abort('internetdisconnected') : route.continue())
    })
    await orderButton(page).click()
    const alert = page.locator('.checkout-summary [role=alert]')
    await alert.waitFor()
    const { checkout: texts } = shops[language].texts
    assert.equal(await alert.textContent(), `${texts.lost} ${texts.awaySafe}`)
    assert.equal(times, 2)
    assert.equal(await page.locator('#street').inputValue(), 'House 7, Road 4')
    assert.deepEqual(await axeFindings(page), [])
    isAway = false
    await orderButton(page).click()
    await page.waitForURL(/\/orders\/[\w-]{43}$/)
    await page.context().close()
  })
}

test('an amount that changed is shown as the answer, read first, and ordered from there with one more press', async () => {
  expectComplaints(/status of 409/)
  const page = await atTotal('en', (route) => route.continue())
  await page.locator('#note').fill('Call before coming')
  await page.locator('input[name=line]').evaluate((line: HTMLInputElement) => {
    line.value = line.value.replace(/\d+$/, '100')
  })
  await orderButton(page).click()
  await page.locator('.checkout-page > .notice-stop').waitFor()
  const { checkout: texts } = shops.en.texts
  assert.equal(await page.evaluate(() => document.activeElement?.querySelector('h2')?.textContent), texts.changedTitle)
  assert.equal(await page.evaluate(() => scrollY), 0)
  assert.equal(page.url(), `${shopOrigin()}/en/checkout`)
  assert.equal(await page.locator('#note').inputValue(), 'Call before coming')
  assert.deepEqual(await axeFindings(page), [])
  // What the answer brought wakes like a page that was loaded; this button stands outside of it.
  await touchCheckout(page)
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.locator('.checkout-page > .notice-stop button').click()
  assert.notEqual((await sent).headers()[sentByScript], undefined)
  await page.waitForURL(/\/orders\/[\w-]{43}$/)
  await page.context().close()
})

test('an order that the shop cannot place now is kept on a page whose button sends it again, lost answers included', async () => {
  expectComplaints(/status of 503/, /ERR_CONNECTION_RESET/)
  let placed = ''
  const page = await atTotal('bn', async (route, time) => {
    if (time === 1) return answerAway(route)
    if (time <= 3) return route.abort('connectionreset')
    if (time === 4) placed = await loseAnswer(route)
    else await route.continue()
  })
  await orderButton(page).click()
  const form = page.locator('form[data-again]')
  await form.waitFor()
  const { checkout: texts } = shops.bn.texts
  assert.equal(await page.title(), texts.awayTitle)
  assert.equal(await form.locator('[role=alert]').isVisible(), false)
  assert.deepEqual(await axeFindings(page), [])
  await form.locator('button').click()
  await form.locator('[role=alert]:visible').waitFor()
  assert.equal(await form.locator('[role=alert]').textContent(), `${texts.lost} ${texts.awaySafe}`)
  assert.deepEqual(await axeFindings(page), [])
  await form.locator('button').click()
  await page.waitForURL(/\/orders\/[\w-]{43}$/)
  assert.equal(new URL(page.url()).pathname, placed)
  await page.context().close()
})

test('what a shopper may meet beside the way pleases axe: an invoice, the checkout once more, a shop that is away or fails', async () => {
  expectComplaints(/status of 50[03]/, /Service Worker registration blocked/)
  const page = await atTotal('bn', (route) => route.continue())
  await orderButton(page).click()
  await page.waitForURL(/\/orders\/[\w-]{43}$/)
  await page.goto(`${page.url()}/invoice`)
  assert.deepEqual(await axeFindings(page), [])
  await page.goto(`${shopOrigin()}/bn/checkout`)
  const { checkout, system } = shops.bn.texts
  assert.equal(await page.locator('h1').textContent(), checkout.orderedTitle)
  assert.deepEqual(await axeFindings(page), [])
  await page.context().close()
  // What our service worker asks for would not come by here.
  const context = await browser.newContext({ ...phone, serviceWorkers: 'block' })
  const failing = await context.newPage()
  for (const [{ app }, title] of [
    [withoutApi, system.awayTitle],
    [beforeFailingApi, system.failedTitle],
  ] as const) {
    await failing.route('**/bn/cart', async (route) => {
      const answer = await app.inject('/bn/cart')
      await route.fulfill({ status: answer.statusCode, contentType: 'text/html; charset=utf-8', body: answer.payload })
    })
    await failing.goto(`${shopOrigin()}/bn/cart`)
    assert.equal(await failing.locator('h1').textContent(), title)
    assert.deepEqual(await axeFindings(failing), [], title)
    await failing.unroute('**/bn/cart')
  }
  await context.close()
})
