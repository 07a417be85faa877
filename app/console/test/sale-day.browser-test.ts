import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Product, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { Sale, SaleContent } from '@dhakacart/contract/console-sales.schema.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { orderSomething } from './guest-order.ts'
import {
  assertAccessible,
  assertFits,
  consoleUrl,
  launchBrowser,
  openAs,
  type StaffPage,
  settled,
} from './staff-browser.ts'

const shopperDevices = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1440, height: 900 } },
}
const minuteMs = 60_000
/** Nearly as long as a name may be: it stands at the top of every page of a phone. */
const longName = {
  en: 'The great Eid-ul-Fitr sale of phones, laptops and everything else',
  bn: 'ঈদুল ফিতরের মহাসেল: মোবাইল, ল্যাপটপ, টিভি, ফ্রিজ আর সবকিছু',
}
/** Browsers ask for their place spread over twenty seconds behind the opening. */
const openingTimeoutMs = 90_000

let browser: Browser
let manager: StaffPage
const sales: Sale[] = []
before(async () => {
  browser = await launchBrowser()
  manager = await openAs(browser, 'manager')
})
after(async () => {
  // Other files order in the same shop, at the prices and without the queue that they expect.
  for (const { id } of sales) {
    const { version } = await ask<Sale>(manager.context, 'GET', `/api/console/sales/${id}`)
    await ask(manager.context, 'PUT', `/api/console/sales/${id}/state`, { version, state: 'cancelled' })
  }
  await browser.close()
})

const origin = () => readConsoleTestConfig().shopOrigin

async function ask<T>(
  context: BrowserContext,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  data?: object,
): Promise<T> {
  const headers = { 'idempotency-key': randomUUID(), origin: origin() }
  const answer = await context.request.fetch(`${origin()}${path}`, { method, headers, ...(data && { data }) })
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

type OnSale = { sale: Sale; slug: string; variantId: number; usualPaisa: number; pricePaisa: number }

/** Puts a product on sale for half its price, some minutes ahead. `rank`: from the end of the cheap ones, which no other file orders. */
async function schedule(rank: number, settings: Pick<SaleContent, 'name' | 'hasWaitingRoom'>): Promise<OnSale> {
  const list = '/api/catalogue/products?inStock=true&sort=price-asc&limit=48'
  const { products } = await ask<ProductList>(manager.context, 'GET', list)
  const slug = products.filter(({ variantCount }) => variantCount === 1).at(-rank)?.slug ?? ''
  const { variants } = await ask<Product>(manager.context, 'GET', `/api/catalogue/products/${slug}`)
  const { id: variantId = 0, pricePaisa: usualPaisa = 0 } = variants[0] ?? {}
  const pricePaisa = Math.ceil(usualPaisa / 200) * 100
  const made = await ask<Sale>(manager.context, 'POST', '/api/console/sales', {
    ...settings,
    // Within the minutes before the start in which its orders already lead through the room.
    startsAt: new Date(Date.now() + 8 * minuteMs).toISOString(),
    endsAt: new Date(Date.now() + 60 * minuteMs).toISOString(),
    prewarmMinutes: 0,
    limitPerCustomer: 2,
    lines: [{ variantId, pricePaisa, allotment: 5 }],
  })
  sales.push(made)
  const state = { version: made.version, state: 'scheduled' }
  const sale = await ask<Sale>(manager.context, 'PUT', `/api/console/sales/${made.id}/state`, state)
  return { sale, slug, variantId, usualPaisa, pricePaisa }
}

/** Brings the start of a sale forward to some seconds from now, and returns that moment. */
async function startIn(seconds: number, { sale, variantId, pricePaisa }: OnSale): Promise<number> {
  const { version, name, endsAt, prewarmMinutes, limitPerCustomer, hasWaitingRoom } = sale
  const startsMs = Math.ceil(Date.now() / 1_000 + seconds) * 1_000
  await ask(manager.context, 'PUT', `/api/console/sales/${sale.id}`, {
    ...{ version, name, endsAt, prewarmMinutes, limitPerCustomer, hasWaitingRoom },
    startsAt: new Date(startsMs).toISOString(),
    lines: [{ variantId, pricePaisa, allotment: 5 }],
  })
  return startsMs
}

/** Loads a page anew until it shows the start that staff have set: within two seconds every storefront does. */
async function openKnowing(page: Page, url: string, startsMs: number): Promise<void> {
  const sign = page.locator(`main [data-starts="${startsMs}"]`).first()
  await page.goto(url)
  while ((await sign.count()) === 0) {
    assert.ok(Date.now() < startsMs, `${url} does not know the new start`)
    await page.reload()
  }
}

test('a product page that was open before a sale switches its price at the second, by the shop’s clock; cart and order have that price', async () => {
  const onSale = await schedule(1, { name: longName, hasWaitingRoom: false })
  const { slug, variantId, usualPaisa, pricePaisa } = onSale
  const context = await browser.newContext(shopperDevices.phone)
  await ask(context, 'POST', '/api/cart/lines', { variantId, quantity: 1 })
  // A phone whose clock is seven minutes ahead: by its own, the sale has long begun.
  await context.addInitScript(() => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + 7 * 60_000
    Object.assign(globalThis, { trueNow: now })
  })
  const page = await context.newPage()
  const price = page.locator('.buy .price-large:visible strong')
  const startsMs = await startIn(20, onSale)
  await openKnowing(page, `${origin()}/bn/p/${slug}`, startsMs)
  assert.ok(Date.now() < startsMs, 'the page came too late to see the switch')
  assert.equal(await price.textContent(), formatTaka(usualPaisa, 'bn'))
  await page.locator('.sale-box .countdown:visible:not(:empty)').waitFor()
  const switchedMs = await page.evaluate(async () => {
    const element = document.querySelector('.buy .switch')
    if (element === null) return 0
    await new Promise<void>((resolve) => {
      new MutationObserver(() => resolve()).observe(element, { attributeFilter: ['data-phase'] })
    })
    return (globalThis as unknown as { trueNow(): number }).trueNow()
  })
  assert.ok(switchedMs >= startsMs, `switched ${startsMs - switchedMs} ms before the start`)
  assert.ok(switchedMs < startsMs + 5_000, `switched ${switchedMs - startsMs} ms after the start`)
  assert.equal(await price.textContent(), formatTaka(pricePaisa, 'bn'))
  assert.equal(
    await page.locator('.buy .price-large:visible s').textContent(),
    `আগের দাম ${formatTaka(usualPaisa, 'bn')}`,
  )
  await assertAccessible(page, 'the product in its sale')
  await assertFits(page, 'the product in its sale')

  await page.goto(`${origin()}/bn/cart`)
  const line = page.locator('.cart-line')
  assert.equal(await line.locator('.cart-money strong').textContent(), formatTaka(pricePaisa, 'bn'))
  assert.equal(await line.locator('.cart-money s').textContent(), formatTaka(usualPaisa, 'bn'))
  assert.match((await line.textContent()) ?? '', /সেলের দাম চলবে/)
  await assertFits(page, 'the cart in the sale')

  const order = await orderSomething(context.request, '01719000451', { variantId })
  assert.deepEqual(
    order.lines.map(({ quantity, unitPricePaisa }) => ({ quantity, unitPricePaisa })),
    [{ quantity: 2, unitPricePaisa: pricePaisa }],
  )
  await page.goto(`${origin()}/bn/orders/${order.token}`)
  await page
    .getByText(formatTaka(2 * pricePaisa, 'bn'))
    .first()
    .waitFor()
  await context.close()
})

type Shopper = { context: BrowserContext; page: Page; language: 'bn' | 'en'; hasScript: boolean }

/** Comes to the checkout with a product of the sale, is led to the room, and has a place before the opening. */
async function takePlace({ page, language, hasScript }: Shopper, saleId: number): Promise<void> {
  const room = `${origin()}/${language}/waiting-room/${saleId}`
  await page.goto(`${origin()}/${language}/checkout`)
  assert.equal(page.url(), room)
  if (!hasScript) {
    await page.locator('[data-room-take] button').click()
    await page.waitForURL(`${room}/place`)
  }
  await page.locator('[data-room-facts]:visible').waitFor()
  if (hasScript) await page.locator('[data-room-figure]:visible').waitFor()
  const what = `the room in ${language} ${hasScript ? 'with' : 'without'} script`
  // Without script on the page axe cannot run in it either; the markup is the same.
  if (hasScript) await assertAccessible(page, what)
  await assertFits(page, what)
}

/** Stays on the page until it leads to the checkout; without our script the page comes again by itself and says when. */
async function comeIn({ page, language, hasScript }: Shopper): Promise<void> {
  if (!hasScript) {
    const turn = page.locator('[data-room-pass] button')
    await turn.waitFor({ timeout: openingTimeoutMs })
    await turn.click()
  }
  await page.waitForURL(`${origin()}/${language}/checkout`, { timeout: openingTimeoutMs })
  await page.locator('#name').waitFor()
}

test('a sale with a waiting room: shoppers in both languages, with and without JavaScript, wait and are led to the checkout; staff watch, pause and close it', async () => {
  const onSale = await schedule(2, { name: { en: 'Queue sale', bn: 'লাইনের সেল' }, hasWaitingRoom: true })
  const { sale, variantId } = onSale
  await manager.page.goto(consoleUrl('/'))
  await manager.page.waitForFunction(async (path) => (await fetch(path)).ok, `/api/waiting-rooms/${sale.id}`)
  const shoppers = await Promise.all(
    (['bn', 'en'] as const).flatMap((language) =>
      [true, false].map(async (hasScript): Promise<Shopper> => {
        const device = shopperDevices[language === 'bn' ? 'phone' : 'desk']
        const context = await browser.newContext({ ...device, javaScriptEnabled: hasScript })
        await ask(context, 'POST', '/api/cart/lines', { variantId, quantity: 1 })
        return { context, language, hasScript, page: await context.newPage() }
      }),
    ),
  )
  for (const shopper of shoppers) await takePlace(shopper, sale.id)
  await startIn(5, onSale)
  // Whoever stays finds the new start out within a minute; this is the page opened again.
  for (const { page } of shoppers) await page.reload()
  await Promise.all(shoppers.map(comeIn))

  for (const settings of [{ device: 'desk', language: 'en' } as const, { device: 'phone', language: 'bn' } as const]) {
    const staff = await openAs(browser, 'manager', settings)
    await staff.page.goto(consoleUrl(`/sales/${sale.id}/waiting-room`))
    await settled(staff.page)
    await staff.page.locator('.figure').first().waitFor()
    await assertAccessible(staff.page, `the room in the console, ${settings.language}`)
    await assertFits(staff.page, `the room in the console, ${settings.language}`)
    assert.deepEqual(staff.complaints, [])
    await staff.context.close()
  }
  const { page } = manager
  await page.goto(consoleUrl(`/sales/${sale.id}/waiting-room`))
  for (const [name, state] of [
    ['Pause', 'Paused'],
    ['Close', 'Closed'],
  ] as const) {
    await page.locator('.actions').getByRole('button', { name, exact: true }).click()
    await page.locator('dialog[open] footer').getByRole('button', { name, exact: true }).click()
    await page.locator('.badge', { hasText: state }).waitFor()
  }
  assert.deepEqual(manager.complaints, [])
  for (const { context } of shoppers) await context.close()
})
