import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { toBanglaDigits } from '@dhakacart/contract/digits.ts'
import type { MailboxMessage } from '@dhakacart/contract/mailbox.schema.ts'
import { expectComplaints } from '@dhakacart/service-kit/testing/browser-complaints.ts'
import type { Browser, Page } from 'playwright-core'
import { axeFindings } from './axe.ts'
import { launchBrowser, shopOrigin, touchCheckout } from './browser.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }
const password = 'mango tree by the river'
/** The worker sends within a second; thirty leave room for a busy machine. */
const smsTimeoutMs = 30_000

let browser: Browser
let slug: string

before(async () => {
  browser = await launchBrowser()
  const answer = await fetch(`${shopOrigin()}/api/catalogue/products?inStock=true&sort=popular&limit=48`)
  const { products } = (await answer.json()) as ProductList
  slug = (products.find((product) => product.variantCount === 1) ?? products[0])?.slug ?? ''
})
after(() => browser.close())

/** A number of its own for each run, as people write it. */
const newNumber = () => `017${String(randomInt(10 ** 8)).padStart(8, '0')}`

/** The newest code that the mailbox has for a number. */
async function codeFor(number: string): Promise<string> {
  const deadline = performance.now() + smsTimeoutMs
  while (performance.now() < deadline) {
    const answer = await fetch(`${shopOrigin()}/api/mailbox?limit=50`)
    const { messages } = (await answer.json()) as { messages: MailboxMessage[] }
    const code = messages.find(({ recipient }) => recipient === `+88${number}`)?.body.match(/\d{6}/)?.[0]
    if (code !== undefined) return code
    await sleep(250)
  }
  throw new Error(`no SMS with a code came within ${smsTimeoutMs} ms`)
}

type Visit = {
  page: Page
  number: string
  hasScript: boolean
  go: (path: string) => Promise<unknown>
  /** Nothing serious is wrong for those who cannot see or click; axe itself needs JavaScript. */
  check: () => Promise<void>
}

async function signUp({ page, number, go, check }: Visit): Promise<void> {
  await go('/account')
  assert.match(page.url(), /\/account\/sign-in$/)
  await check()
  await page.locator('#phone').fill(number)
  await page.locator('button[value=send]').click()
  await page.locator('#code').fill('0')
  await page.locator('button[value=check]').click()
  await page.locator('[role=alert]').waitFor()
  await check()
  assert.doesNotMatch(page.url(), /017/)
  await page.locator('#code').fill(await codeFor(number))
  await page.locator('button[value=check]').click()
  await page.waitForURL(/\/account$/)
  await check()
}

async function nameAndPassword({ page, hasScript, go, check }: Visit): Promise<void> {
  await go('/account/profile')
  await page.locator('#name').fill('Rahima Begum')
  await page.locator('form[action$="/profile"] button').click()
  await page.waitForURL(/done=saved$/)
  await page.locator('#newPassword').fill(password)
  await page.locator('form[action$="/password"] button').click()
  await page.waitForURL(/done=password$/)
  await check()
  if (!hasScript) return
  await page.waitForFunction(() => document.querySelector('[data-account-name]')?.textContent === 'Rahima')
}

async function keepAddress({ page, hasScript, number, go, check }: Visit): Promise<void> {
  await go('/account/addresses/new')
  await page.locator('#name').fill('Karim Uddin')
  // A number of its own: one phone has only so many orders on their way.
  await page.locator('#phone').fill(toBanglaDigits(number))
  await page.locator('#street').fill('House 9, Road 2')
  await page.locator('#district').selectOption('dhaka')
  if (!hasScript) await page.locator('button[value=district]').click()
  await page.locator('#upazila:enabled').selectOption({ index: 1 })
  await check()
  await page.locator('button[value=save]').last().click()
  await page.waitForURL(/\/account\/addresses$/)
  await check()
}

/** Orders what the address is filled in for, and finds it in the account. */
async function order({ page, hasScript, go, check }: Visit): Promise<void> {
  await go(`/p/${slug}`)
  await page.locator('.button-buy').first().click()
  if (hasScript) await page.locator('.buy-outcome a').waitFor()
  else await page.waitForURL(/\/cart$/)
  await go('/checkout')
  assert.equal(await page.locator('#name').inputValue(), 'Karim Uddin')
  assert.equal(await page.locator('#street').inputValue(), 'House 9, Road 2')
  await check()
  if (hasScript) await touchCheckout(page)
  await page.locator('.checkout-summary button[value=order]').click()
  await page.waitForURL(/\/orders\/[\w-]{43}$/)
  const orderNumber = (await page.locator('#order-number').textContent()) ?? ''
  await go('/account/orders')
  assert.match((await page.locator('.account-orders').textContent()) ?? '', new RegExp(orderNumber))
  await check()
}

async function signOutAndIn({ page, number, go, check }: Visit): Promise<void> {
  await go('/account')
  await page.locator('form[action$="/sign-out"] button').click()
  await page.waitForURL(/\/(en|bn)$/)
  await go('/account/sign-in/password')
  await page.locator('#login').fill(number)
  await page.locator('#password').fill('not this one')
  await page.locator('.account-form button').click()
  await page.locator('[role=alert]').waitFor()
  await check()
  await page.locator('#password').fill(password)
  await page.locator('.account-form button').click()
  await page.waitForURL(/\/account$/)
  assert.match((await page.locator('h1').textContent()) ?? '', /Rahima Begum/)
}

const devices = { phone, desk, 'phone without JavaScript': { ...phone, javaScriptEnabled: false } }

for (const language of ['en', 'bn'] as const) {
  for (const [name, settings] of Object.entries(devices)) {
    test(`sign up by code, order, see it, sign out, sign in by password: ${language}, ${name}`, async () => {
      // A wrong code and a wrong password.
      expectComplaints(/status of 422/)
      const context = await browser.newContext(settings)
      const page = await context.newPage()
      const hasScript = !('javaScriptEnabled' in settings)
      const check = async () => {
        if (hasScript) assert.deepEqual(await axeFindings(page), [], page.url())
      }
      const go = (path: string) => page.goto(`${shopOrigin()}/${language}${path}`)
      const visit = { page, number: newNumber(), hasScript, go, check }
      await signUp(visit)
      await nameAndPassword(visit)
      await keepAddress(visit)
      await order(visit)
      for (const path of ['/account/devices', '/account/data']) {
        await go(path)
        await check()
      }
      await signOutAndIn(visit)
      await context.close()
    })
  }
}
