import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Language } from '@dhakacart/contract/language.ts'
import type { Browser, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { orderSomething } from './guest-order.ts'
import {
  assertAccessible,
  assertFits,
  consoleUrl,
  type Device,
  launchBrowser,
  openAs,
  type StaffPage,
  settled,
} from './staff-browser.ts'

const { shopOrigin } = readConsoleTestConfig()
let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

/** A write of the console's api with the cookies of this window. */
async function write(page: Page, path: string, data: object): Promise<void> {
  const answer = await page.request.post(shopOrigin + path, { data, headers: { origin: shopOrigin } })
  assert.equal(answer.status(), 200, await answer.text())
}

/** An order that a guest placed, packed and, where wanted, handed to a rider; its token and the id that staff know. */
async function leave({ page }: StaffPage, phone: string, isShipped: boolean) {
  const { number, token } = await orderSomething(page.request, phone)
  const found = await page.request.get(`${shopOrigin}/api/console/orders?q=${number}`)
  const { id, version } = (await found.json()).orders[0]
  await write(page, `/api/console/orders/${id}/pack`, { version, units: [] })
  if (isShipped) {
    const parcel = { version: version + 1, courier: 'own', trackingNumber: null }
    await write(page, `/api/console/orders/${id}/ship`, parcel)
  }
  return { id, number, token }
}

const shopperDevices = { phone: { width: 360, height: 740 }, desk: { width: 1440, height: 900 } }

/** The order's page as its shopper has it, without our script. */
async function openOrder(language: Language, device: Device, token: string): Promise<Page> {
  const context = await browser.newContext({ viewport: shopperDevices[device], javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${shopOrigin}/${language}/orders/${token}`)
  return page
}

async function ask(page: Page): Promise<void> {
  await page.locator('#cancellation summary').click()
  await page.locator('#cancellation select').selectOption('changed_mind')
  await page.locator('#cancellation textarea').fill('আর লাগবে না')
  await page.locator('#cancellation .returns-form [type=submit]').click()
  await page.locator('#cancellation [name=request]').waitFor({ state: 'attached' })
}

const visits = [
  ['en', 'desk', '01719000101'],
  ['bn', 'phone', '01719000102'],
] as const

for (const [language, device, phone] of visits) {
  test(`a parcel on its way is called back as its customer asks, and they read it: ${language}, ${device}`, async () => {
    const staff = await openAs(browser, 'manager', { language, device })
    const { page } = staff
    const { id, token } = await leave(staff, phone, true)
    const shopper = await openOrder(language, device, token)
    await ask(shopper)
    await page.goto(consoleUrl('/orders?problem=cancel_asked'))
    await page.locator(`a[href$="/orders/${id}"]`).first().click()
    await page.locator('.order-returns .actions button').first().click()
    await assertAccessible(page, 'the question before it is called back')
    await page.locator('dialog[open] .button-main').click()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await page.locator('.panel .notice-warn').waitFor()
    await settled(page)
    await assertFits(page, 'the order')
    await assertAccessible(page, 'the order')
    await shopper.reload()
    assert.equal(await shopper.locator('#cancellation form').count(), 0, 'nothing to ask or to take back any more')
    await shopper.context().close()
    await staff.context.close()
    assert.deepEqual(staff.complaints, [])
  })
}

test('what is still here is not cancelled without a reason that the customer reads', async () => {
  const staff = await openAs(browser, 'manager')
  const { page } = staff
  const { id, token } = await leave(staff, '01719000103', false)
  const shopper = await openOrder('en', 'desk', token)
  await ask(shopper)
  await page.goto(consoleUrl(`/orders/${id}`))
  await page.locator('.order-returns .actions .button-danger').click()
  await page.locator('dialog[open] [type=submit]').click()
  await page.locator('dialog[open] [aria-invalid=true]').waitFor()
  await page.locator('dialog[open] textarea').fill('It is at your door')
  await page.locator('dialog[open] [type=submit]').click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await shopper.reload()
  const told = await shopper.locator('#cancellation').textContent()
  assert.ok(told?.includes('It is at your door'), told ?? '')
  await shopper.context().close()
  await staff.context.close()
  assert.deepEqual(staff.complaints, [])
})
