import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Home, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { expectComplaints } from '@dhakacart/service-kit/testing/browser-complaints.ts'
import type { Browser } from 'playwright-core'
import { axeFindings } from './axe.ts'
import { launchBrowser, shopOrigin } from './browser.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }
const languages = ['en', 'bn'] as const

let browser: Browser
let product: string
let category: string

before(async () => {
  browser = await launchBrowser()
  const ask = async <T>(path: string) => (await fetch(shopOrigin() + path)).json() as Promise<T>
  const home = await ask<Home>('/api/catalogue/home')
  category =
    home.categories.find(({ parentSlug, productCount }) => parentSlug !== null && productCount > 24)?.slug ?? ''
  const list = await ask<ProductList>(`/api/catalogue/products?category=${category}&inStock=true`)
  product = list.products.find(({ variantCount }) => variantCount > 1)?.slug ?? ''
})
after(() => browser.close())

for (const language of languages) {
  for (const [name, device] of Object.entries({ phone, desk })) {
    test(`home, suggestions, product, variant, cart: ${language}, ${name}, with JavaScript`, async () => {
      const context = await browser.newContext(device)
      const page = await context.newPage()
      await page.goto(`${shopOrigin()}/${language}`)
      await page.locator('input[name=q]').pressSequentially('samsung', { delay: 40 })
      await page.locator('.suggestions a').first().waitFor()
      await page.keyboard.press('ArrowDown')
      assert.equal(await page.locator('.suggestions a').first().getAttribute('aria-selected'), 'true')
      await page.keyboard.press('Escape')
      assert.equal(await page.locator('.suggestions').isVisible(), false)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/search\?q=samsung$/)
      await page.goto(`${shopOrigin()}/${language}/p/${product}`)
      const other = page.locator('.options .option:not([aria-current])').first()
      await other.click()
      await page.waitForURL(/\?variant=/)
      await page.locator('.button-buy').click()
      await page.locator('.buy-outcome a').waitFor()
      assert.equal(await page.locator('[data-cart-count]').textContent(), language === 'bn' ? '১' : '1')
      await page.locator('select[name=district]').selectOption({ index: 3 })
      await page.locator('.delivery-result strong').first().waitFor()
      await context.close()
    })
  }

  test(`home, search, filter, product, cart: ${language}, without JavaScript`, async () => {
    const context = await browser.newContext({ ...phone, javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${shopOrigin()}/${language}`)
    await page.locator('input[name=q]').fill('samsung')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=samsung$/)
    assert.ok((await page.locator('.card').count()) > 0)
    await page.goto(`${shopOrigin()}/${language}/c/${category}`)
    await page.locator('.filters-open').click()
    await page.locator('.filters input[name=stock]').check()
    await page.locator('.filters-apply').click()
    await page.waitForURL(/stock=1/)
    assert.ok((await page.locator('.chosen a').count()) >= 1)
    await page.goto(`${shopOrigin()}/${language}/p/${product}`)
    await page.locator('select[name=district]').selectOption({ index: 3 })
    await page.locator('.delivery button').click()
    await page.locator('.delivery-result strong').first().waitFor()
    await page.locator('.button-buy').click()
    await page.waitForURL(new RegExp(`/${language}/cart`))
    assert.ok((await page.content()).includes(`/${language}/p/${product}`))
    await context.close()
  })
}

test('what is typed and pressed before the code has arrived is not lost', async () => {
  const context = await browser.newContext(desk)
  const page = await context.newPage()
  await page.route('**/assets/part-*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.goto(`${shopOrigin()}/en/p/${product}`)
  await page.locator('input[name=q]').pressSequentially('xiaomi', { delay: 20 })
  await page.locator('.island-search-box[data-awake] .suggestions a').first().waitFor()
  assert.equal(await page.locator('input[name=q]').inputValue(), 'xiaomi')
  await page.keyboard.press('Escape')
  await page.locator('.quantity button').last().click()
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.quantity input')?.value === '2')
  await page.locator('.button-buy').click()
  await page.locator('.buy-outcome a').waitFor()
  assert.equal(await page.locator('[data-cart-count]').textContent(), '2')
  await context.close()
})

test('an add whose answer is lost is sent again and adds once', async () => {
  expectComplaints(/ERR_CONNECTION_RESET/)
  const context = await browser.newContext(desk)
  const page = await context.newPage()
  let calls = 0
  await page.route('**/api/cart/lines', async (route) => {
    calls += 1
    if (calls > 1) return route.continue()
    // The api gets the write; the shopper's phone loses the answer.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.goto(`${shopOrigin()}/en/p/${product}`)
  await page.locator('.button-buy').click()
  await page.locator('.buy-outcome a').waitFor()
  assert.equal(calls, 2)
  assert.equal(await page.locator('[data-cart-count]').textContent(), '1')
  await context.close()
})

test('without a connection the shop says so itself, in the language of the page that was asked for', async () => {
  expectComplaints(/ERR_INTERNET_DISCONNECTED/)
  const context = await browser.newContext(phone)
  const page = await context.newPage()
  await page.goto(`${shopOrigin()}/bn`)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await context.setOffline(true)
  await page.goto(`${shopOrigin()}/bn/p/${product}`)
  assert.equal(await page.locator('html').getAttribute('lang'), 'bn')
  assert.match((await page.locator('h1').textContent()) ?? '', /ইন্টারনেট/)
  const again = page.getByRole('link', { name: 'আবার চেষ্টা করুন' })
  assert.notEqual(await again.evaluate((button) => getComputedStyle(button).borderRadius), '0px')
  await context.setOffline(false)
  await again.click()
  await page.locator('.button-buy').waitFor()
  assert.equal(new URL(page.url()).pathname, `/bn/p/${product}`)
  await context.close()
})

test('no page scrolls sideways, from the smallest phone up', async () => {
  expectComplaints(/status of 404/)
  for (const width of [320, 360, 768, 1024, 1440]) {
    const context = await browser.newContext({ viewport: { width, height: 800 } })
    const page = await context.newPage()
    for (const path of publicPaths()) {
      await page.goto(shopOrigin() + path)
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      assert.equal(excess, 0, `${path} at ${width} px`)
    }
    await context.close()
  }
})

for (const [name, device] of Object.entries({ phone, desk })) {
  for (const language of languages) {
    test(`axe finds nothing on the pages that anybody can see: ${language}, ${name}`, async () => {
      expectComplaints(/status of 404/)
      const context = await browser.newContext(device)
      const page = await context.newPage()
      for (const path of publicPaths().filter((one) => one.startsWith(`/${language}`))) {
        await page.goto(shopOrigin() + path)
        assert.deepEqual(await axeFindings(page), [], path)
      }
      await context.close()
    })
  }
}

function publicPaths(): string[] {
  const paths = [
    '',
    `/c/${category}`,
    `/c/${category}?stock=1`,
    '/search',
    '/search?q=samsung',
    '/search?q=00000000000',
    `/p/${product}`,
    '/offers',
    '/nowhere',
    '/offline',
  ]
  return languages.flatMap((language) => paths.map((path) => `/${language}${path}`))
}
