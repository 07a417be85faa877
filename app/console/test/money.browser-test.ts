import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { payForSomething } from './guest-order.ts'
import {
  assertAccessible,
  assertFits,
  consoleUrl,
  launchBrowser,
  openAs,
  pressWithCode,
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

test('a message is found by its order, read, and sent again once; who may not see personal data reads no text', async () => {
  const guest = await browser.newContext()
  const { number } = await payForSomething(guest.request, '01912-345673', { method: 'bkash' })
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
