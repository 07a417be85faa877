import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Product, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import type { StockItem } from '@dhakacart/contract/console-stock.schema.ts'
import type { Browser, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { orderSomething } from './guest-order.ts'
import {
  assertAccessible,
  assertFits,
  consoleUrl,
  launchBrowser,
  openAs,
  pressWithCode,
  refuseForStepUp,
  reloadUntil,
  settled,
} from './staff-browser.ts'

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

/** A phone for which staff record the IMEI and cash on delivery asks for a code. */
async function anyPhone(page: Page): Promise<{ id: number; sku: string }> {
  const ask = async (path: string) => (await page.request.get(`${readConsoleTestConfig().shopOrigin}${path}`)).json()
  const list: ProductList = await ask('/api/catalogue/products?category=smartphones&inStock=true&sort=price-desc')
  const product: Product = await ask(`/api/catalogue/products/${list.products[0]?.slug}`)
  const [variant] = product.variants
  if (variant === undefined) throw new Error('the shop has no phone')
  return variant
}

async function onHand(page: Page, sku: string): Promise<number> {
  const answer = await page.request.get(
    `${readConsoleTestConfig().shopOrigin}/api/console/stock/by-sku?${new URLSearchParams({ sku })}`,
  )
  return ((await answer.json()) as StockItem).onHand
}

/** The worker books; its consignment stands in the list of bookings. */
async function bookedConsignment(page: Page, number: string): Promise<string> {
  await page.goto(consoleUrl('/couriers?tab=bookings'))
  await settled(page)
  const row = page.getByRole('row', { name: number })
  // Not "To be booked", whose row holds our own reference.
  await reloadUntil(page, row.locator('.badge', { hasText: /^Booked$/ }))
  return (await row.locator('.code-text').last().textContent()) ?? ''
}

/** What the courier's people do; the shop hears of it by webhook, and asks. */
async function moveParcel(page: Page, consignmentId: string, status: string): Promise<void> {
  const { simulatorOrigin } = readConsoleTestConfig()
  const answer = await page.request.post(`${simulatorOrigin}/control/consignments/${consignmentId}/status`, {
    data: { status },
  })
  assert.equal(answer.status(), 200, await answer.text())
}

function reloadUntilState(page: Page, state: string): Promise<void> {
  return reloadUntil(page, page.locator('.page-header .badge', { hasText: state }))
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

/** Three units, without a mouse. */
async function receiveByKeyboard(page: Page, sku: string): Promise<void> {
  await page.goto(consoleUrl('/stock/receive'))
  await settled(page)
  await page.locator('#sku').focus()
  await page.keyboard.type(sku.toLowerCase())
  await page.keyboard.press('Enter')
  await page.locator('form [role=status]', { hasText: 'On hand' }).waitFor()
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await page.getByRole('cell', { name: sku, exact: true }).waitFor()
  const book = page.getByRole('button', { name: 'Book it' })
  while (!(await book.evaluate((button) => button === document.activeElement))) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing yet. Begin with a SKU.').waitFor()
}

/** First with an IMEI that proves nothing, then with one that does. */
async function packUnit(page: Page, imei: string): Promise<void> {
  await page.locator('dialog[open] input').fill('35')
  await pressInDialog(page, 'Pack')
  await page.locator('dialog[open] input[aria-invalid=true]').waitFor()
  await page.locator('dialog[open] input').fill(imei)
  await assertAccessible(page, 'pack dialog')
  await pressInDialog(page, 'Pack')
}

async function bookWithPathao(page: Page, number: string): Promise<void> {
  await page.goto(consoleUrl('/couriers'))
  await page.getByRole('row', { name: number }).getByRole('checkbox').check()
  await page.locator('.bulk').getByRole('button', { name: 'Book 1' }).click()
  await page.locator('dialog[open] #courier').selectOption('pathao')
  await assertAccessible(page, 'booking dialog')
  await pressInDialog(page, 'Book 1')
  await page.locator('dialog[open]').getByText('1 of 1').waitFor()
  await page.keyboard.press('Escape')
}

test('a day of the staff: goods come in, one is ordered, confirmed, packed, booked, delivered, comes back, and its money goes back', async () => {
  const warehouse = await openAs(browser, 'warehouse')
  const { page } = warehouse
  const phone = await anyPhone(page)
  const before = await onHand(page, phone.sku)
  await receiveByKeyboard(page, phone.sku)
  assert.equal(await onHand(page, phone.sku), before + 3)

  const guest = await browser.newContext()
  const { number } = await orderSomething(guest.request, '01712-345678', { variantId: phone.id })
  await guest.close()

  const order = await openOrder(page, number)
  assert.match(order.customerPhone, /\*|•|x/i, 'the warehouse sees no phone in full')
  await waitForState(page, 'Waiting for the code')
  await press(page, 'Confirm')
  await pressInDialog(page, 'Confirm')
  await waitForState(page, 'Confirmed')
  await press(page, 'Pack')
  const imei = unitIdentity('imei')
  await packUnit(page, imei)
  await waitForState(page, 'Packed')

  await bookWithPathao(page, number)
  const consignmentId = await bookedConsignment(page, number)
  await moveParcel(page, consignmentId, 'Picked')
  await openOrder(page, number)
  await reloadUntilState(page, 'On its way')
  await page.getByText(consignmentId).first().waitFor()
  await moveParcel(page, consignmentId, 'Delivered')
  await reloadUntilState(page, 'Delivered')

  const manager = await openAs(browser, 'manager', { device: 'phone', language: 'bn' })
  await openOrder(manager.page, number)
  await press(manager.page, 'ফেরত লিখুন')
  await manager.page.locator(`[id="line-${phone.id}"]`).fill('১')
  await manager.page.locator('#reason').selectOption('defective')
  await assertAccessible(manager.page, 'return dialog')
  await assertFits(manager.page, 'return dialog')
  await pressInDialog(manager.page, 'ফেরত লিখুন')
  await manager.page.getByRole('button', { name: 'অনুমোদন করুন' }).click()
  await pressInDialog(manager.page, 'অনুমোদন করুন')
  await manager.page.locator('.order-returns .badge', { hasText: 'অনুমোদিত' }).waitFor()
  await assertAccessible(manager.page, 'order with a return')

  await page.reload()
  await page.getByRole('button', { name: 'Receive' }).click()
  await page.locator('dialog[open]').getByText(`${imei} arrived`).waitFor()
  await pressInDialog(page, 'Receive')
  await page.locator('.order-returns .badge', { hasText: 'Received' }).waitFor()
  await waitForState(page, 'Returned')
  assert.equal(await onHand(page, phone.sku), before + 3)
  assert.deepEqual(warehouse.complaints, [])
  await warehouse.context.close()

  // It was paid in cash at the door, so people give it back; this time the code of the sign-in is not fresh enough.
  await manager.page.reload()
  await manager.page.getByRole('button', { name: 'ফেরত দিয়েছি' }).click()
  await manager.page.locator('#providerReference').fill('CASH-0412')
  await manager.page.route(/\/api\/console\/refunds\/\d+\/done$/, refuseForStepUp, { times: 1 })
  await pressWithCode(manager.page, 'manager', 'ফেরত দিয়েছি')
  await manager.page.locator('.payments-list .badge', { hasText: 'ফেরত দেওয়া হয়েছে' }).waitFor()
  await manager.page.locator('summary', { hasText: 'খতিয়ান' }).click()
  const causesOf = (account: string) =>
    manager.page.getByRole('row').filter({ hasText: account }).locator('td:nth-child(3)').allTextContents()
  assert.deepEqual(await causesOf('পাঠাও-এর কাছে পাওনা'), ['দরজায় নেওয়া হয়েছে'])
  assert.deepEqual(await causesOf('নগদ ও ব্যাংক'), ['রিফান্ড হয়ে গেছে'])
  await assertFits(manager.page, 'order with its ledger')
  assert.deepEqual(manager.complaints, [])
  await manager.context.close()
})

test('an order handed to a rider of our own by hand, with a note for the next person', async () => {
  const guest = await browser.newContext()
  const { number } = await orderSomething(guest.request, '01712-345679')
  await guest.close()
  const { page, context, complaints } = await openAs(browser, 'warehouse')
  const order = await openOrder(page, number)
  await press(page, 'Pack')
  const kind = order.lines[0]?.unitIdentity ?? 'none'
  if (kind !== 'none') await page.locator('dialog[open] input').first().fill(unitIdentity(kind))
  await pressInDialog(page, 'Pack')
  await waitForState(page, 'Packed')
  await press(page, 'Hand to courier')
  await page.locator('#courier').selectOption('own')
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
  assert.deepEqual(complaints, [])
  await context.close()
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
