import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Product, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { Import, ImportedOrder } from '@dhakacart/contract/console-imports.schema.ts'
import type { ConsoleOrder, ConsoleOrderRow } from '@dhakacart/contract/console-orders.schema.ts'
import type { ConsoleCoupon, CouponFields } from '@dhakacart/contract/coupons.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { MailboxMessage } from '@dhakacart/contract/mailbox.schema.ts'
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

/** Pages of shoppers that only staff can bring about, and pages of staff about one thing. */
const visits = [
  {
    language: 'en',
    device: { viewport: { width: 1440, height: 900 } },
    phones: ['01719000601', '01719000602', '01719000603'],
  },
  {
    language: 'bn',
    device: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    phones: ['01719000604', '01719000605', '01719000606'],
  },
] as const

const dayMs = 86_400_000
/** The worker looks for files and messages every second; the rest is room for a busy machine. */
const workerLimitMs = 60_000

const { shopOrigin } = readConsoleTestConfig()
let browser: Browser
let manager: StaffPage
before(async () => {
  browser = await launchBrowser()
  manager = await openAs(browser, 'manager')
})
after(() => browser.close())

type Body = { data?: object | string; headers?: Record<string, string> }

async function ask<T>(context: BrowserContext, method: string, path: string, { data, headers }: Body = {}): Promise<T> {
  const answer = await context.request.fetch(shopOrigin + path, {
    method,
    headers: { 'idempotency-key': randomUUID(), origin: shopOrigin, ...headers },
    ...(data !== undefined && { data }),
  })
  assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return answer.json()
}

/** Asks again and again until the answer is there. */
async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  const givesUpAt = Date.now() + workerLimitMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    assert.ok(Date.now() < givesUpAt, `${what} did not come within ${workerLimitMs} ms`)
    await sleep(250)
  }
}

async function assertGood(page: Page, what: string): Promise<void> {
  await assertAccessible(page, what)
  await assertFits(page, what)
}

/** The token of an order that was brought to the door. */
async function deliveredOrder(shopper: BrowserContext, phone: string): Promise<string> {
  const { number, token } = await orderSomething(shopper.request, phone)
  const { orders } = await ask<{ orders: ConsoleOrderRow[] }>(manager.context, 'GET', `/api/console/orders?q=${number}`)
  const path = `/api/console/orders/${orders[0]?.id}`
  let { version } = await ask<ConsoleOrder>(manager.context, 'GET', path)
  const steps = [
    ['pack', { units: [] }],
    ['ship', { courier: 'own', trackingNumber: null }],
    ['delivery', { outcome: 'delivered' }],
  ] as const
  for (const [step, body] of steps) {
    const data = { version, ...body }
    version = (await ask<ConsoleOrder>(manager.context, 'POST', `${path}/${step}`, { data })).version
  }
  return token
}

async function dearPhone(): Promise<number> {
  const list = '/api/catalogue/products?category=smartphones&inStock=true&sort=price-desc'
  const { products } = await ask<ProductList>(manager.context, 'GET', list)
  const { variants } = await ask<Product>(manager.context, 'GET', `/api/catalogue/products/${products[0]?.slug}`)
  return variants[0]?.id ?? 0
}

async function makeCoupon(code: string): Promise<ConsoleCoupon> {
  const data: CouponFields = {
    code,
    percent: 10,
    amountPaisa: null,
    mostPaisa: null,
    minimumPaisa: 0,
    startsAt: new Date(Date.now() - dayMs).toISOString(),
    endsAt: new Date(Date.now() + dayMs).toISOString(),
    totalLimit: null,
    phoneLimit: null,
    isActive: true,
  }
  return ask(manager.context, 'POST', '/api/console/coupons', { data })
}

/** An order of the shop we had before, as staff bring it over. */
async function importOrder(number: string, phone: string): Promise<{ import: Import; order: ImportedOrder }> {
  const csv = [
    'order_number,placed_at,state,phone,customer_name,total_taka,sku,product_name,quantity,unit_price_taka',
    `${number},2024-03-01 14:30,delivered,${phone},Rahima Begum,"52,000",,Samsung Galaxy S23,1,50000`,
  ].join('\n')
  const path = '/api/console/imports?kind=orders&fileName=old-shop.csv'
  const started = await ask<Import>(manager.context, 'POST', path, {
    data: csv,
    headers: { 'content-type': 'text/csv' },
  })
  const inState = (state: Import['state']) =>
    until(`an import that is ${state}`, async () => {
      const found = await ask<Import>(manager.context, 'GET', `/api/console/imports/${started.id}`)
      return found.state === state ? found : undefined
    })
  await inState('checked')
  const application = `/api/console/imports/${started.id}/application`
  await ask(manager.context, 'PUT', application, { data: { skipsProblems: false } })
  const done = await inState('done')
  const found = await ask<{ orders: ImportedOrder[] }>(
    manager.context,
    'GET',
    `/api/console/imported-orders?query=${number}`,
  )
  return { import: done, order: found.orders[0] as ImportedOrder }
}

async function signInByCode(shopper: BrowserContext, phone: string, language: Language): Promise<void> {
  await ask(shopper, 'POST', '/api/account/codes', { data: { phone, language } })
  const code = await until('an SMS with a code', async () => {
    const { messages } = await ask<{ messages: MailboxMessage[] }>(shopper, 'GET', '/api/mailbox?limit=50')
    return messages.find(({ recipient }) => recipient === `+88${phone}`)?.body.match(/\d{6}/)?.[0]
  })
  await ask(shopper, 'POST', '/api/account/sign-in/code', { data: { phone, code, language } })
}

for (const { language, device, phones } of visits) {
  test(`what shoppers see once staff have delivered, called for a code, given a coupon or brought over an old order: ${language}`, async () => {
    const shopper = await browser.newContext(device)
    const page = await shopper.newPage()
    const go = (path: string) => page.goto(`${shopOrigin}/${language}${path}`)

    await go(`/orders/${await deliveredOrder(shopper, phones[0])}`)
    await page.locator('#returns summary').click()
    await assertGood(page, 'the form to ask for a return')
    await page.locator('#returns select[name=reason]').selectOption('defective')
    await page.locator('#returns [type=submit]').click()
    await page.locator('#returns-problem').waitFor()
    await assertGood(page, 'a return of nothing')
    await page.locator('#returns select[name^=quantity]').first().selectOption('1')
    await page.locator('#returns [type=submit]').click()
    await page.locator('.returns-known').waitFor()
    await assertGood(page, 'a return that was asked for')

    const { token } = await orderSomething(shopper.request, phones[1], { variantId: await dearPhone() })
    await go(`/orders/${token}`)
    await page.locator('#code').fill('12')
    await assertGood(page, 'an order that waits for its code')
    await page.locator('form[action$="/confirm"] [type=submit]').click()
    await page.locator('#code-error').waitFor()
    await assertGood(page, 'a wrong code')

    const coupon = await makeCoupon(`LOOK-${language.toUpperCase()}`)
    const variantId = await dearPhone()
    await ask(shopper, 'POST', '/api/cart/lines', { data: { variantId, quantity: 1 } })
    await go('/cart')
    await page.locator('#coupon').fill('NO-SUCH-COUPON')
    await page.locator('form[action$="/cart/coupon"] [type=submit]').click()
    await page.locator('#coupon-error').waitFor()
    await assertGood(page, 'a coupon that is none')
    await page.locator('#coupon').fill(coupon.code)
    await page.locator('form[action$="/cart/coupon"] [type=submit]').click()
    await page.locator('form[action$="/cart/coupon/remove"]').waitFor()
    await assertGood(page, 'a cart with a coupon')
    await go('/checkout')
    await page.locator('#name').waitFor()
    await assertGood(page, 'the checkout with a coupon')

    const { import: imported, order } = await importOrder(`OLD-${language}`, phones[2])
    await signInByCode(shopper, phones[2], language)
    await go(`/account/imported-orders/${order.id}`)
    await page.locator('.imported-lines').waitFor()
    await assertGood(page, 'an order of the shop we had before')
    await shopper.close()

    const staff = await openAs(browser, 'owner', { language, device: language === 'bn' ? 'phone' : 'desk' })
    const { customers } = await ask<{ customers: { ref: string }[] }>(
      manager.context,
      'GET',
      `/api/console/customers?q=${phones[0]}`,
    )
    const paths = [
      `/customers/${customers[0]?.ref}`,
      `/coupons/${coupon.id}`,
      '/coupons/new',
      '/sales/new',
      `/imports/${imported.id}`,
    ]
    for (const path of paths) {
      await staff.page.goto(consoleUrl(path))
      await settled(staff.page)
      await assertGood(staff.page, path)
    }
    assert.deepEqual(staff.complaints, [])
    await staff.context.close()
  })
}
