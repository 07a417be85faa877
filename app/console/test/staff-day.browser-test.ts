import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import type { listDistricts, listUpazilas } from '@dhakacart/contract/delivery.schema.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import type { APIRequestContext, Browser, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { assertAccessible, assertFits, consoleUrl, launchBrowser, openAs, settled } from './staff-browser.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

/** Orders one unit as a shopper would, paid on delivery and cheap enough to need no code. */
async function orderSomething(request: APIRequestContext, phone: string): Promise<Order> {
  const origin = readConsoleTestConfig().shopOrigin
  const ask = async <T>(
    method: 'get' | 'post',
    path: string,
    data?: object,
    key: string = randomUUID(),
  ): Promise<T> => {
    const headers = { 'idempotency-key': key }
    const answer = await request[method](origin + path, { headers, ...(data && { data }) })
    assert.equal(answer.status(), 200, `${path}: ${await answer.text()}`)
    return answer.json()
  }
  const list = await ask<ProductList>('get', '/api/catalogue/products?inStock=true&sort=price-asc')
  const product = await ask<{ variants: { id: number; isInStock?: boolean }[] }>(
    'get',
    `/api/catalogue/products/${list.products[0]?.slug}`,
  )
  await ask('post', '/api/cart/lines', { variantId: product.variants[0]?.id, quantity: 1 })
  const cart = await ask<Cart>('get', '/api/cart')
  const upazilaId = await anyUpazila(ask)
  const quote = await ask<{ deliveryFeePaisa: number }>('get', `/api/cart/quote?upazilaId=${upazilaId}`)
  const body = {
    customerName: 'Rahima Begum',
    customerPhone: phone,
    customerEmail: null,
    upazilaId,
    streetAddress: 'House 7, Road 4',
    deliveryNote: null,
    paymentMethod: 'cash_on_delivery',
    language: 'bn',
    seen: {
      lines: cart.lines.map(({ variantId, quantity, unitPricePaisa }) => ({ variantId, quantity, unitPricePaisa })),
      deliveryFeePaisa: quote.deliveryFeePaisa,
    },
  }
  return ask<Order>('post', '/api/orders', body, cart.orderKey ?? randomUUID())
}

async function anyUpazila(ask: <T>(method: 'get', path: string) => Promise<T>): Promise<number> {
  const { divisions } = await ask<AnswerOf<typeof listDistricts>>('get', '/api/delivery/districts')
  const district = divisions[0]?.districts[0]?.slug
  const { upazilas } = await ask<AnswerOf<typeof listUpazilas>>('get', `/api/delivery/districts/${district}/upazilas`)
  return upazilas[0]?.id ?? 0
}

/** An IMEI that proves itself, or a serial number; new every time. */
function unitIdentity(kind: string): string {
  const digits = String(Date.now()).padStart(14, '3').slice(-14)
  if (kind !== 'imei') return `SN${digits}`
  const sum = [...digits]
    .toReversed()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .reduce((total, value) => total + (value > 9 ? value - 9 : value), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}

async function openOrder(page: Page, number: string): Promise<ConsoleOrder> {
  await page.goto(consoleUrl(`/orders?q=${number}`))
  await settled(page)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
  const id = /\/orders\/(\d+)/.exec(page.url())?.[1]
  return (await page.request.get(`${readConsoleTestConfig().shopOrigin}/api/console/orders/${id}`)).json()
}

async function press(page: Page, name: string): Promise<void> {
  await page.locator('.page-header').getByRole('button', { name, exact: true }).click()
}

/** Presses the button of the dialog on top. */
async function pressInDialog(page: Page, name: string): Promise<void> {
  await page.locator('dialog[open]').last().getByRole('button', { name, exact: true }).click()
}

async function waitForState(page: Page, state: string): Promise<void> {
  await page.locator('.page-header .badge', { hasText: state }).waitFor()
}

test('a day of the staff: an order is found, packed, sent, delivered, comes back and is received', async () => {
  const warehouse = await openAs(browser, 'warehouse')
  const guest = await browser.newContext()
  const { number } = await orderSomething(guest.request, '01712-345678')
  await guest.close()

  const { page } = warehouse
  const order = await openOrder(page, number)
  assert.match(order.customerPhone, /\*|•|x/i, 'the warehouse sees no phone in full')
  await press(page, 'Pack')
  const kind = order.lines[0]?.unitIdentity ?? 'none'
  if (kind !== 'none') await page.locator('dialog[open] input').first().fill(unitIdentity(kind))
  await assertAccessible(page, 'pack dialog')
  await pressInDialog(page, 'Pack')
  await waitForState(page, 'Packed')
  await press(page, 'Hand to courier')
  await page.locator('#trackingNumber').fill('?')
  await pressInDialog(page, 'Hand to courier')
  await page.locator('#trackingNumber[aria-invalid=true]').waitFor()
  await page.locator('#trackingNumber').fill(`DH${Date.now()}`)
  await pressInDialog(page, 'Hand to courier')
  await waitForState(page, 'On its way')
  await press(page, 'Delivered')
  await pressInDialog(page, 'Yes, delivered')
  await waitForState(page, 'Delivered')
  await page.locator('#text').fill('The customer was pleased.')
  await page.getByRole('button', { name: 'Add the note' }).click()
  await page.locator('.timeline').getByText('The customer was pleased.').waitFor()

  const manager = await openAs(browser, 'manager', { device: 'phone', language: 'bn' })
  await openOrder(manager.page, number)
  await press(manager.page, 'ফেরত লিখুন')
  await manager.page.locator(`[id="line-${order.lines[0]?.variantId}"]`).fill('১')
  await manager.page.locator('#reason').selectOption('defective')
  await assertAccessible(manager.page, 'return dialog')
  await assertFits(manager.page, 'return dialog')
  await pressInDialog(manager.page, 'ফেরত লিখুন')
  await manager.page.getByRole('button', { name: 'অনুমোদন করুন' }).click()
  await pressInDialog(manager.page, 'অনুমোদন করুন')
  await manager.page.locator('.order-returns .badge', { hasText: 'অনুমোদিত' }).waitFor()
  await assertAccessible(manager.page, 'order with a return')
  assert.deepEqual(manager.complaints, [])
  await manager.context.close()

  await page.reload()
  await page.getByRole('button', { name: 'Receive' }).click()
  await pressInDialog(page, 'Receive')
  await page.locator('.order-returns .badge', { hasText: 'Received' }).waitFor()
  await waitForState(page, 'Returned')
  assert.deepEqual(warehouse.complaints, [])
  await warehouse.context.close()
})

test('two people at one order: the second is told, and sees it as it is now', async () => {
  const guest = await browser.newContext()
  const { number } = await orderSomething(guest.request, '01812-345678')
  await guest.close()
  const [first, second] = [await openAs(browser, 'manager'), await openAs(browser, 'manager')]
  await openOrder(first.page, number)
  const order = await openOrder(second.page, number)
  await press(second.page, 'Cancel the order')
  await second.page.locator('#reason').selectOption('duplicate')
  await second.page.locator('#typed').fill(number)
  await press(first.page, 'Pack')
  const kind = order.lines[0]?.unitIdentity ?? 'none'
  if (kind !== 'none') await first.page.locator('dialog[open] input').first().fill(unitIdentity(kind))
  await pressInDialog(first.page, 'Pack')
  await waitForState(first.page, 'Packed')
  await pressInDialog(second.page, 'Cancel the order')
  await second.page.locator('dialog[open]').getByRole('alert').getByText('Somebody else changed this').waitFor()
  await first.context.close()
  await second.context.close()
})
