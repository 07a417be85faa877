import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ConsolePayment } from '@dhakacart/contract/console-payments.schema.ts'
import type { Browser, Page } from 'playwright-core'
import { payForSomething } from './guest-order.ts'
import { assertAccessible, assertFits, consoleUrl, launchBrowser, openAs, settled } from './staff-browser.ts'

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

const dhakaDay = () => new Date(Date.now() + 6 * 3_600_000).toISOString().slice(0, 10)

test('a provider’s list is checked, kept and read: what we know is right, what we never began stands out', async () => {
  const guest = await browser.newContext()
  const { number } = await payForSomething(guest.request, '01912-345681', { method: 'nagad' })
  await guest.close()
  const { page, context, complaints } = await openAs(browser, 'manager')
  const found = await context.request.get(consoleUrl('').replace('/console', `/api/console/payments?text=${number}`))
  const [payment] = ((await found.json()) as { payments: ConsolePayment[] }).payments
  assert.ok(payment)
  const stranger = `NEVER-${number}`
  const csv = `Txn Reference,Amount (BDT),Status\n${payment.providerReference},${payment.amountPaisa / 100},Success\n${stranger},"1,250.00",Success\n`

  await page.goto(consoleUrl('/reconciliation?tab=statements'))
  await settled(page)
  await page.getByRole('button', { name: 'Import a list' }).click()
  await page.locator('#method').selectOption('nagad')
  await page.locator('dialog[open] input[type=file]').setInputFiles({
    ...{ name: `${number}.csv`, mimeType: 'text/csv', buffer: Buffer.from(csv) },
  })
  assert.equal(await page.locator('#reference').inputValue(), 'Txn Reference')
  assert.equal(await page.locator('#amount').inputValue(), 'Amount (BDT)')
  assert.ok(await page.getByRole('button', { name: 'Check without keeping' }).isDisabled(), 'no days yet')
  await page.locator('#fromDay').fill(dhakaDay())
  await page.locator('#toDay').fill(dhakaDay())
  await page.getByRole('button', { name: 'Check without keeping' }).click()
  await page.locator('dialog[open]').getByText(stranger).waitFor()
  await assertAccessible(page, 'dialog with a list')
  await page.getByRole('button', { name: 'Keep the result' }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await page.getByRole('link', { name: `${number}.csv` }).click()
  await page.getByRole('heading', { level: 1, name: `${number}.csv` }).waitFor()
  await page.getByText(stranger).waitFor()
  assert.equal(await page.getByText(payment.providerReference, { exact: true }).count(), 0)
  await assertGood(page, 'a list')
  await page.getByRole('tab', { name: 'All rows (2)' }).click()
  await page.getByRole('link', { name: number, exact: true }).waitFor()
  await assertGood(page, 'all rows of a list')
  assert.deepEqual(complaints, [])
  await context.close()

  const phone = await openAs(browser, 'manager', { device: 'phone', language: 'bn' })
  await phone.page.goto(consoleUrl('/reconciliation?tab=statements'))
  await phone.page.getByRole('link', { name: `${number}.csv` }).click()
  await phone.page.getByText(stranger).waitFor()
  await assertGood(phone.page, 'a list on a phone')
  await phone.context.close()
})
