import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { orderSomething, payForSomething } from './guest-order.ts'
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

async function assertGood(page: Page, what: string): Promise<void> {
  await settled(page)
  await assertAccessible(page, what)
  await assertFits(page, what)
}

/** Brings the order to its door by the shop's own people, as other tests do with the pages. */
async function deliver(page: Page, number: string): Promise<ConsoleOrder> {
  const { shopOrigin } = readConsoleTestConfig()
  const url = `${shopOrigin}/api/console/orders`
  const found = await (await page.request.get(`${url}?q=${number}`)).json()
  const { id } = found.orders[0] as { id: number }
  const read = async () => (await (await page.request.get(`${url}/${id}`)).json()) as ConsoleOrder
  const press = async (path: string, data: object) => {
    const answer = await page.request.post(`${url}${path}`, { data, headers: { origin: shopOrigin } })
    assert.equal(answer.status(), 200, await answer.text())
  }
  const named = async () => [{ id, version: (await read()).version }]
  await press('/pack', { orders: await named() })
  await press('/ship', { courier: 'own', orders: await named() })
  await press(`/${id}/delivery`, { version: (await read()).version, outcome: 'delivered' })
  return read()
}

async function openFirst(page: Page, path: string, number: string): Promise<void> {
  await page.goto(consoleUrl(path))
  await settled(page)
  await page.getByRole('link', { name: number }).click()
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
  await settled(page)
}

test('a risky payment is looked at and let pass; money that no provider returns is given back by hand', async () => {
  const guest = await browser.newContext()
  const risky = await payForSomething(guest.request, '01912-345671', { method: 'sslcommerz', faults: ['risk_flag'] })
  const plain = await payForSomething(guest.request, '01912-345672', { method: 'nagad' })
  await guest.close()
  const { page, context, complaints } = await openAs(browser, 'manager')

  await openFirst(page, '/payments?isUnderReview=true', risky.number)
  await page.getByRole('button', { name: 'Decide', exact: true }).click()
  await page.locator('dialog[open]').getByRole('button', { name: 'Decide', exact: true }).click()
  await page.locator('#note[aria-invalid=true]').waitFor()
  await page.locator('#note').fill('Called; the card is hers.')
  await assertAccessible(page, 'review dialog')
  await pressWithCode(page, 'manager', 'Decide')
  await page.getByText('A payment has to be looked at').waitFor({ state: 'detached' })

  await openFirst(page, `/payments?text=${plain.number}`, plain.number)
  await page.getByRole('button', { name: 'Give money back' }).click()
  await page.getByLabel('An amount, such as the delivery fee').check()
  await page.locator('#amount').fill('999999')
  await page.locator('#reason').fill('Delivered late')
  await page.locator('dialog[open]').getByRole('button', { name: 'Give money back' }).click()
  await page.locator('#amount[aria-invalid=true]').waitFor()
  await page.locator('#amount').fill('৩০')
  await assertAccessible(page, 'refund dialog')
  await pressWithCode(page, 'manager', 'Give money back')
  await page.locator('.payments-list .badge', { hasText: 'By hand' }).waitFor()
  await page.locator('summary', { hasText: 'Ledger' }).click()
  await assertGood(page, 'order with payment and refund')
  assert.deepEqual(complaints, [])
  await context.close()

  const phone = await openAs(browser, 'manager', { device: 'phone', language: 'bn' })
  await phone.page.goto(consoleUrl('/refunds'))
  await phone.page.getByRole('link', { name: plain.number }).waitFor()
  await assertGood(phone.page, 'refunds')
  await phone.page
    .getByRole('row')
    .filter({ hasText: plain.number })
    .getByRole('button', { name: 'ফেরত দিয়েছি' })
    .click()
  await phone.page.locator('#providerReference').fill('NGD-778812')
  await assertGood(phone.page, 'finish dialog')
  await pressWithCode(phone.page, 'manager', 'ফেরত দিয়েছি')
  await phone.page.getByRole('link', { name: plain.number }).waitFor({ state: 'detached' })
  assert.deepEqual(phone.complaints, [])
  await phone.context.close()
})

/** The order's page on the shopper's phone, until it says this of the money. */
async function seeRefund(guest: BrowserContext, token: string, words: string): Promise<void> {
  const page = await guest.newPage()
  await page.goto(`${readConsoleTestConfig().shopOrigin}/bn/orders/${token}`)
  const panel = page.locator('.panel.payment', { hasText: words })
  // The worker sends it in its own time; the page itself does not look again, as nothing is due.
  await reloadUntil(page, panel, (shown) => shown.locator('#payment-title').waitFor())
  await assertAccessible(page, 'order with a refund')
  await assertFits(page, 'order with a refund')
  await page.close()
}

test('bKash money goes back by itself when staff with a fresh code say so: the shopper reads it on the order’s page and in messages, staff in the ledger', async () => {
  const guest = await browser.newContext({ viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true })
  const order = await payForSomething(guest.request, '01912-345673', { method: 'bkash' })
  const paid = formatTaka(order.totalPaisa, 'bn')
  const { page, context, complaints } = await openAs(browser, 'manager')
  await openFirst(page, `/payments?text=${order.number}`, order.number)
  await page.getByRole('button', { name: 'Give money back' }).click()
  await page.locator('#reason').fill('Ordered by mistake')
  // The code of the sign-in is not fresh enough for the api.
  const isAsked = page.waitForSelector('dialog[open] #sign-in-code')
  await page.route(/\/api\/console\/orders\/\d+\/refunds$/, refuseForStepUp, { times: 1 })
  await pressWithCode(page, 'manager', 'Give money back')
  await isAsked
  await reloadUntil(page, page.locator('.payments-list .badge', { hasText: 'Given back' }))
  await page.locator('summary', { hasText: 'Ledger' }).click()
  const provider = page.getByRole('row').filter({ hasText: 'Account at bKash' })
  assert.deepEqual(await provider.locator('td:nth-child(3)').allTextContents(), ['Payment kept', 'Refund done'])
  const amounts = await provider.locator('td:nth-child(2)').allTextContents()
  assert.deepEqual(amounts, [formatTaka(order.totalPaisa, 'en'), formatTaka(-order.totalPaisa, 'en')])
  await assertGood(page, 'order with money given back')
  await seeRefund(guest, order.token, `${paid} ফেরত দেওয়া হয়েছে`)
  await guest.close()

  await page.getByRole('link', { name: 'Messages' }).last().click()
  const told = page.getByRole('row', { name: 'Refund done' }).filter({ hasText: /Sent|Arrived/ })
  await reloadUntil(page, told)
  await told.first().getByRole('button', { name: 'Open' }).click()
  await page.locator('.messages-text', { hasText: order.number }).filter({ hasText: paid }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a message is found by its order, read, and sent again once; who may not see personal data reads no text', async () => {
  const guest = await browser.newContext()
  const { number } = await payForSomething(guest.request, '01912-345674', { method: 'bkash' })
  await guest.close()
  const { page, context, complaints } = await openAs(browser, 'manager')
  await openFirst(page, `/payments?text=${number}`, number)
  await page.getByRole('link', { name: 'Messages' }).last().click()
  const row = page.getByRole('row', { name: 'Order confirmed' }).filter({ hasText: /Sent|Arrived/ })
  await reloadUntil(page, row)
  await assertGood(page, 'messages')
  await row.first().getByRole('button', { name: 'Open' }).click()
  await page.locator('.messages-text', { hasText: number }).waitFor()
  await assertAccessible(page, 'message dialog')
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await page.getByText('It is sent again.').waitFor()
  assert.deepEqual(complaints, [])
  await context.close()

  const viewer = await openAs(browser, 'viewer', { device: 'phone', language: 'bn' })
  await viewer.page.goto(consoleUrl('/messages'))
  await assertGood(viewer.page, 'messages on a phone')
  await viewer.page.getByRole('button', { name: 'খুলুন', exact: true }).first().click()
  await viewer.page.getByText('লেখাটি আপনাকে দেখানো হচ্ছে না').waitFor()
  assert.equal(await viewer.page.getByRole('button', { name: 'আবার পাঠান' }).count(), 0)
  assert.deepEqual(viewer.complaints, [])
  await viewer.context.close()
})

test('money from the door is owed until somebody writes down that it came, with a reason where it is not all', async () => {
  const guest = await browser.newContext()
  const { number } = await orderSomething(guest.request, '01912-345681')
  await guest.close()
  const { page, context, complaints } = await openAs(browser, 'manager')
  const { id } = await deliver(page, number)
  await page.goto(consoleUrl('/'))
  await page.getByRole('link', { name: 'Owed from the door' }).waitFor()
  await assertGood(page, 'overview')
  await page.getByRole('link', { name: 'Owed from the door' }).click()
  await page.getByRole('link', { name: number }).waitFor()
  await assertGood(page, 'owed money')

  const phone = await openAs(browser, 'manager', { device: 'phone', language: 'bn' })
  await phone.page.goto(consoleUrl('/'))
  await assertGood(phone.page, 'overview on a phone')
  await phone.page.goto(consoleUrl('/reconciliation?tab=owed'))
  const row = phone.page.getByRole('row').filter({ hasText: number })
  await row.waitFor()
  await assertGood(phone.page, 'owed money on a phone')
  await row.getByRole('button', { name: 'টাকা এসেছে' }).click()
  await phone.page.locator('#collectedPaisa').fill('১০')
  await phone.page.locator('dialog[open]').getByRole('button', { name: 'টাকা এসেছে', exact: true }).click()
  await phone.page.locator('#note[aria-invalid=true]').waitFor()
  await phone.page.locator('#note').fill('কিছু টাকা হারিয়ে গেছে')
  await assertGood(phone.page, 'receive dialog on a phone')
  await pressWithCode(phone.page, 'manager', 'টাকা এসেছে')
  await row.waitFor({ state: 'detached' })
  await phone.page.goto(consoleUrl(`/orders/${id}`))
  await assertGood(phone.page, 'order on a phone')
  assert.deepEqual(phone.complaints, [])
  await phone.context.close()

  await page.goto(consoleUrl(`/orders/${id}`))
  await page.getByText('কিছু টাকা হারিয়ে গেছে').waitFor()
  await page.locator('summary', { hasText: 'Ledger' }).click()
  await assertGood(page, 'order')
  assert.equal(await page.getByRole('button', { name: 'The money is here' }).count(), 0)
  assert.deepEqual(complaints, [])
  await context.close()
})
