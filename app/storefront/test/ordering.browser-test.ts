import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { Manifest } from '../src/assets/manifest.ts'
import { axeFindings } from './axe.ts'
import { launchBrowser, shopOrigin, touchCheckout } from './browser.ts'
import { dist } from './shop-under-test.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }
const languages = ['en', 'bn'] as const
const informationNames = ['delivery', 'returns', 'warranty', 'contact', 'privacy', 'terms', 'about']

let browser: Browser
/** Of a product that is in stock: the orders of these tests must not meet an empty shelf. */
let name: string
let slug: string

before(async () => {
  browser = await launchBrowser()
  const answer = await fetch(`${shopOrigin()}/api/catalogue/products?inStock=true&sort=popular&limit=48`)
  const { products } = (await answer.json()) as ProductList
  const card = products.find((product) => product.variantCount === 1) ?? products[0]
  slug = card?.slug ?? ''
  name = card?.name.en ?? ''
})
after(() => browser.close())

/** Puts the product into the cart of a browser, without a page. */
async function orderable(context: BrowserContext): Promise<void> {
  const product = await (await fetch(`${shopOrigin()}/api/catalogue/products/${slug}`)).json()
  const { variants } = product as { variants: { id: number }[] }
  const added = await context.request.post(`${shopOrigin()}/api/cart/lines`, {
    headers: { 'idempotency-key': crypto.randomUUID() },
    data: { variantId: variants[0]?.id, quantity: 1 },
  })
  assert.equal(added.status(), 200)
}

async function fillPerson(page: Page): Promise<void> {
  await page.locator('#name').fill('Rahima Begum')
  await page.locator('#phone').fill('০১৭১২-৩৪৫৬৭৮')
  await page.locator('#street').fill('House 7, Road 4')
}

/** Waits until the worker has written the order's SMS, and sees it in the laptop's mailbox. */
async function seeMessageOf(page: Page, language: string, number: string): Promise<void> {
  const message = page.locator('main li, main article').filter({ hasText: number }).first()
  for (let looked = 1; looked <= 20 && !(await message.isVisible()); looked++) {
    await page.waitForTimeout(500)
    await page.goto(`${shopOrigin()}/${language}/mailbox`)
  }
  assert.match((await message.textContent()) ?? '', /1712345678/, 'the phone it went to')
}

/** The script that makes islands interactive, without which none of them wakes. */
function hydrationScript(): string {
  const { scripts } = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
  return Object.keys(scripts).find((name) => scripts[name]?.source === 'src/browser/hydrate.ts') ?? ''
}

for (const [when, isInTime] of [
  ['before the code of the form has arrived', true],
  ['although the code does not arrive in time', false],
] as const) {
  test(`the button of a step does what it says, pressed ${when}`, async () => {
    const context = await browser.newContext(desk)
    await orderable(context)
    const page = await context.newPage()
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => {
      arrive = resolve
    })
    await page.route(`**/assets/${hydrationScript()}`, async (route) => {
      await arrival
      await route.continue().catch(() => undefined)
    })
    await page.goto(`${shopOrigin()}/en/checkout`, { waitUntil: 'domcontentloaded' })
    await fillPerson(page)
    await page.locator('#district').selectOption('dhaka')
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
    await page.locator('button[name=step][value=district]').click({ noWaitAfter: true })
    if (isInTime) arrive()
    assert.equal((await answered).status(), 200)
    arrive()
    await page.waitForFunction(() => (document.querySelector<HTMLSelectElement>('#upazila')?.options.length ?? 0) > 1)
    assert.equal(await page.locator('#name').inputValue(), 'Rahima Begum')
    await context.close()
  })
}

for (const language of languages) {
  for (const [device, settings] of Object.entries({ phone, desk })) {
    test(`home, search, product, cart, order, tracking with JavaScript: ${language}, ${device}`, async () => {
      const context = await browser.newContext(settings)
      const page = await context.newPage()
      await page.goto(`${shopOrigin()}/${language}`)
      await page.locator('input[name=q]').fill(name)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\?/)
      await page.locator(`.card a[href="/${language}/p/${slug}"]`).first().click()
      await page.locator('.island-product-panel').waitFor()
      await page.locator('.button-buy').click()
      await page.locator('.buy-outcome a').click()
      await page.waitForURL(new RegExp(`/${language}/cart$`))

      await page.locator('.island-cart-board[data-awake]').waitFor()
      await page.locator('.cart-quantity .quantity button').last().click()
      await page.waitForFunction(() => /[2২]/.test(document.querySelector('[data-cart-count]')?.textContent ?? ''))
      assert.deepEqual(await axeFindings(page), [])
      await page.locator('.cart-remove button').click()
      await page.locator('.empty-state').waitFor()
      await page.locator('.notice-row button').click()
      await page.locator('.cart-line').waitFor()
      await page.locator('.cart-summary .button-buy').click()

      await page.waitForURL(/\/checkout$/)
      await touchCheckout(page)
      await page.locator('.checkout-summary button[value=order]').click()
      await page.locator('#name-error').waitFor()
      assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('role')), 'alert')
      assert.deepEqual(await axeFindings(page), [])
      await fillPerson(page)
      assert.equal(await page.locator('#name-error').count(), 0)
      await page.locator('#district').selectOption('dhaka')
      await page.locator('#upazila:enabled').selectOption({ index: 1 })
      await page.locator('.amounts-total').waitFor()
      const total = await page.locator('.amounts-total dd').textContent()
      await page.locator('.checkout-summary button[value=order]').click()

      await page.waitForURL(/\/orders\/[\w-]{43}$/)
      assert.equal(await page.locator('.amounts-total dd').textContent(), total)
      assert.deepEqual(await axeFindings(page), [])
      const number = (await page.locator('#order-number').textContent()) ?? ''
      await page.goto(`${shopOrigin()}/${language}/track`)
      assert.deepEqual(await axeFindings(page), [])
      await page.locator('#number').fill(number)
      await page.locator('#phone').fill('01712345678')
      await page.locator('.track-form button').click()
      await page.locator('.timeline').waitFor()
      assert.equal(page.url(), `${shopOrigin()}/${language}/track`)
      assert.deepEqual(await axeFindings(page), [])
      await context.close()
    })
  }

  test(`home, search, product, cart, order, tracking without JavaScript: ${language}`, async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${shopOrigin()}/${language}`)
    await page.locator('input[name=q]').fill(name)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?/)
    await page.locator(`.card a[href="/${language}/p/${slug}"]`).first().click()
    await page.locator('.button-buy').click()
    await page.waitForURL(new RegExp(`/${language}/cart$`))
    await page.locator('.cart-quantity input').fill('2')
    await page.locator('.cart-quantity button[type=submit]').click()
    await page.locator('.cart-summary .button-buy').click()
    await fillPerson(page)
    await page.locator('#district').selectOption('dhaka')
    await page.locator('button[value=district]').click()
    await page.locator('#upazila').selectOption({ index: 1 })
    await page.locator('button[value=quote]').click()
    assert.equal(await page.locator('#street').inputValue(), 'House 7, Road 4')
    await page.locator('.checkout-summary button[value=order]').click()
    await page.waitForURL(/\/orders\/[\w-]{43}$/)
    const order = page.url()
    const number = (await page.locator('#order-number').textContent()) ?? ''
    await page.goto(`${shopOrigin()}/${language}/track`)
    await page.locator('#number').fill(number)
    await page.locator('#phone').fill('01712345678')
    await page.locator('.track-form button').click()
    await page.locator('.timeline').waitFor()
    await seeMessageOf(page, language, number)
    await page.goto(order)
    await page.locator('.cancel summary').click()
    await page.locator('.cancel button').click()
    await page.locator('.step-bad').waitFor()
    await context.close()
  })

  test(`information, mailbox and empty pages please axe and fit the smallest phone: ${language}`, async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    for (const path of ['cart', 'track', 'mailbox', ...informationNames]) {
      await page.goto(`${shopOrigin()}/${language}/${path}`)
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.ok(excess <= 0, `${path} scrolls sideways by ${excess} px`)
      assert.deepEqual(await axeFindings(page), [], path)
    }
    await context.close()
  })
}
