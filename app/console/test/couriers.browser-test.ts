import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import type { listCourierPlaces } from '@dhakacart/contract/console-courier-places.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import type { Browser, Page } from 'playwright-core'
import { readConsoleTestConfig } from './config.ts'
import { orderSomething } from './guest-order.ts'
import { assertAccessible, assertFits, consoleUrl, launchBrowser, openAs, settled } from './staff-browser.ts'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
beforeEach(() => steer('/control/faults/clear'))
after(async () => {
  await steer('/control/faults/clear')
  await browser.close()
})

async function steer(path: string, body: object = {}): Promise<void> {
  const { simulatorOrigin } = readConsoleTestConfig()
  const answer = await fetch(simulatorOrigin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  assert.ok(answer.ok, `${path}: ${await answer.text()}`)
}

let count = 0
/** A packed order to an upazila; returns its number. */
async function packedOrder(page: Page, district: string, upazila: string): Promise<string> {
  const { shopOrigin } = readConsoleTestConfig()
  const guest = await browser.newContext()
  const phone = `0161${String(Date.now() + count++).slice(-7)}`
  const { number } = await orderSomething(guest.request, phone, { place: { district, upazila } })
  await guest.close()
  const { orders } = await (await page.request.get(`${shopOrigin}/api/console/orders?q=${number}`)).json()
  const { id, version } = orders[0]
  const packed = await page.request.post(`${shopOrigin}/api/console/orders/${id}/pack`, {
    data: { version, units: [] },
  })
  assert.equal(packed.status(), 200, await packed.text())
  return number
}

/** Waits until the worker has read enough of Pathao's lists to know a place. */
async function waitForPlace(page: Page, name: string): Promise<void> {
  const url = `${readConsoleTestConfig().shopOrigin}/api/console/couriers/pathao/places?q=${name}`
  for (const givesUpAt = Date.now() + 60_000; Date.now() < givesUpAt; ) {
    const { places } = (await (await page.request.get(url)).json()) as AnswerOf<typeof listCourierPlaces>
    if (places[0]?.zone) return
    await page.waitForTimeout(500)
  }
  throw new Error(`Waited in vain until ${name} was known.`)
}

/** Chooses these orders of the queue and opens the dialog that books them. */
async function openBooking(page: Page, numbers: readonly string[]): Promise<void> {
  await page.goto(consoleUrl('/couriers'))
  await settled(page)
  for (const number of numbers) await page.locator('tbody tr', { hasText: number }).getByRole('checkbox').check()
  await page.locator('.bulk button').click()
}
const dialog = (page: Page) => page.locator('dialog[open]').last()

test('what parcels cost is told before they are booked, for one, for many, and where it is not known', async () => {
  const { page, complaints, context } = await openAs(browser, 'warehouse')
  await waitForPlace(page, 'dhanmondi')
  const [near, again, strange] = [
    await packedOrder(page, 'dhaka', 'dhanmondi'),
    await packedOrder(page, 'dhaka', 'dhanmondi'),
    await packedOrder(page, 'dhaka', 'mirpur'),
  ]
  await openBooking(page, [near])
  await dialog(page).getByText('৳80', { exact: true }).waitFor()
  await assertAccessible(page, 'booking one')
  await page.keyboard.press('Escape')
  await openBooking(page, [near, again, strange])
  await dialog(page).getByText('৳160', { exact: true }).waitFor()
  await dialog(page).getByText('Together, for 2 of 3 parcels').waitFor()
  await dialog(page)
    .locator('.notice', { hasText: strange })
    .getByRole('link', { name: 'Say which zone it is' })
    .waitFor()
  await assertAccessible(page, 'booking many')
  await dialog(page).locator('select').selectOption('steadfast')
  await dialog(page).getByText('charges by your contract').waitFor()
  await dialog(page).locator('select').selectOption('pathao')
  await dialog(page).getByRole('button', { name: 'Book 3' }).click()
  await dialog(page).getByRole('heading', { name: '3 of 3 promised' }).waitFor()
  await dialog(page).getByRole('link', { name: 'Bookings' }).click()
  // One label, then several: the bookings are made within seconds.
  const rowOf = (number: string) => page.locator('tbody tr', { hasText: number })
  await rowOf(strange).getByText('Waits for pick-up').waitFor()
  await rowOf(near).getByRole('checkbox').check()
  await page.getByRole('link', { name: 'Labels of 1' }).click()
  await page.locator('.couriers-label', { hasText: near }).waitFor()
  assert.equal(await page.locator('.couriers-label').count(), 1)
  await page.getByRole('link', { name: 'Bookings' }).click()
  for (const number of [near, again, strange]) await rowOf(number).getByRole('checkbox').check()
  await page.getByRole('link', { name: 'Labels of 3' }).click()
  await page.locator('.couriers-label', { hasText: strange }).waitFor()
  assert.equal(await page.locator('.couriers-label').count(), 3)
  await assertAccessible(page, 'labels')
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a courier that does not answer has no price, and keeps nobody from booking', async () => {
  const { page, complaints, context } = await openAs(browser, 'warehouse', { device: 'phone', language: 'bn' })
  await waitForPlace(page, 'gulshan')
  const number = await packedOrder(page, 'dhaka', 'gulshan')
  await steer('/control/faults/always', { provider: 'pathao', faults: ['down'] })
  await openBooking(page, [number])
  await dialog(page).getByText('পাঠাও এখন খরচ জানাচ্ছে না').waitFor()
  await assertFits(page, 'no price')
  await assertAccessible(page, 'no price')
  await steer('/control/faults/clear')
  await dialog(page).getByRole('button', { name: 'আবার জানতে চান' }).click()
  await dialog(page).getByText('৳৮০', { exact: true }).waitFor()
  await dialog(page).getByRole('button', { name: '১টি বুক করুন' }).click()
  await dialog(page).getByRole('heading', { name: '১টির মধ্যে ১টি বুকিংয়ের তালিকায় উঠেছে' }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a place that no name matches is decided once; two people who do it at once hear of each other', async () => {
  const [first, second] = [await openAs(browser, 'warehouse'), await openAs(browser, 'manager')]
  await waitForPlace(first.page, 'dhanmondi')
  for (const { page } of [first, second]) {
    await page.goto(consoleUrl('/couriers?tab=places&match=unmatched&q=kalabagan'))
    await settled(page)
    await page.getByRole('button', { name: 'Change: Kalabagan' }).click()
    await dialog(page).locator('#zone').waitFor()
    assert.equal(await dialog(page).locator('#city option:checked').textContent(), 'Dhaka')
  }
  const { page } = first
  await assertAccessible(page, 'deciding a place')
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await dialog(page).getByText('Choose the zone, or leave the city to Pathao.').waitFor()
  await dialog(page).locator('#zone').selectOption({ label: 'Dhanmondi' })
  await dialog(page).getByRole('button', { name: 'Save' }).click()
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  await dialog(second.page).locator('#zone').selectOption({ label: 'New Market' })
  await dialog(second.page).getByRole('button', { name: 'Save' }).click()
  await dialog(second.page)
    .getByRole('heading', { name: /Somebody/ })
    .waitFor()
  await page.goto(consoleUrl('/couriers?tab=places&q=kalabagan'))
  await page.locator('tbody tr', { hasText: 'Dhanmondi, Dhaka' }).getByText('Decided by staff').waitFor()
  await assertAccessible(page, 'places')
  assert.deepEqual([...first.complaints, ...second.complaints], [])
  await first.context.close()
  await second.context.close()
})

test('the places fit a phone in Bangla, and whoever may not book may look at them', async () => {
  const { page, complaints, context } = await openAs(browser, 'viewer', { device: 'phone', language: 'bn' })
  await page.goto(consoleUrl('/couriers?tab=places&q=dhanmondi'))
  await settled(page)
  await page.getByText('ধানমন্ডি').first().waitFor()
  assert.equal(await page.getByRole('button', { name: /বদলান|আবার পড়ুন/ }).count(), 0)
  await assertFits(page, 'places')
  await assertAccessible(page, 'places')
  assert.deepEqual(complaints, [])
  await context.close()
})
