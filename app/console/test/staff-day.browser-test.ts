import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import type { Browser, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { orderSomething } from './guest-order.ts'
import { assertAccessible, assertFits, consoleUrl, launchBrowser, openAs, settled } from './staff-browser.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

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
