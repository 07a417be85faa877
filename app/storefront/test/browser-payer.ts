import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import type { Language } from '@dhakacart/contract/language.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { shops } from '../src/shop.ts'
import { axeFindings } from './axe.ts'
import { shopOrigin, simulatorOrigin, touchCheckout } from './browser.ts'

/** The worker first looks at a payment by itself after 15 s, and the page every 6 s; the rest is room for a busy machine. */
const noticedTimeoutMs = 40_000

export type Choice = 'pay' | 'pay_and_close' | 'fail' | 'cancel'
export type Payer = Awaited<ReturnType<typeof createPayer>>
type Settings = BrowserContextOptions & { language: Language; slug: string }

/** A shopper in a real browser who orders and pays online. */
export async function createPayer(browser: Browser, { language, slug, ...options }: Settings) {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const hasScript = options.javaScriptEnabled !== false
  const { texts } = shops[language]
  let orderUrl = ''
  let total = ''
  page.on('request', (request) => {
    const found = new RegExp(`^${shopOrigin()}/${language}/orders/[\\w-]{43}`).exec(request.url())
    if (found) orderUrl = found[0]
  })
  const open = (path: string) => page.goto(`${shopOrigin()}/${language}${path}`)

  /** Fills in the checkout up to the button that orders, with a number that has never ordered. */
  async function fillCheckout(method: OnlineMethod): Promise<void> {
    await open(`/p/${slug}`)
    await page.locator('.button-buy').first().click()
    if (hasScript) await page.locator('.buy-outcome a').waitFor()
    else await page.waitForURL(/\/cart$/)
    await open('/checkout')
    if (hasScript) await touchCheckout(page)
    await page.locator('#name').fill('Rahima Begum')
    await page.locator('#phone').fill(`017${String(randomInt(10 ** 8)).padStart(8, '0')}`)
    await page.locator('#street').fill('House 7, Road 4')
    await page.locator('#district').selectOption('dhaka')
    if (!hasScript) await page.locator('button[value=district]').click()
    await page.locator('#upazila:enabled').selectOption({ index: 1 })
    await page.locator(`input[name=payment][value=${method}]`).check()
    if (!hasScript) await page.locator('button[value=quote]').click()
    total = (await page.locator('.amounts-total dd').textContent()) ?? ''
  }

  /** From an empty cart to the provider's page, with one press of the button or more. */
  async function orderWith(method: OnlineMethod, presses = 1): Promise<void> {
    await fillCheckout(method)
    await page.locator('.checkout-summary button[value=order]').click({ clickCount: presses })
    await untilAtProvider(method)
  }

  async function untilAtProvider(method: OnlineMethod): Promise<void> {
    await page.waitForURL(`${simulatorOrigin()}/${method}/pay/**`)
  }

  /** On the order's page: chooses how to pay what is due, and goes there. */
  async function payBy(method: OnlineMethod, presses = 1): Promise<void> {
    await page.locator(`.payment-choice input[value=${method}]`).check()
    await page.locator('.payment-choice button').click({ clickCount: presses })
    await untilAtProvider(method)
  }

  /** Presses a button of the provider's page, ticking the faults that are to happen; ends on the order's page. */
  async function decide(choice: Choice, faults: string[] = []): Promise<void> {
    if (faults.length > 0) await page.locator('details summary').click()
    for (const fault of faults) await page.locator(`input[name=fault_${fault}]`).check()
    await page.locator(`button[name=choice][value=${choice}]`).click()
    // The tab is closed by the test, and a page that is still on its way to the provider would not be paid.
    if (choice === 'pay_and_close') return page.locator('button[name=choice]').first().waitFor({ state: 'detached' })
    // SSLCOMMERZ sends back by a form, which waits for a hand where no script runs.
    const isBack = page.url().startsWith(shopOrigin())
    if (!hasScript && !isBack) await page.locator('form[method=post] button.first').click()
    await page.waitForURL(orderUrl)
  }

  /**
   * The browser's own button, to the checkout. Without our script that was the answer to a form, which the browser shows again
   * only after a question of its own; whoever says no opens the checkout anew.
   */
  async function goBackToCheckout(): Promise<void> {
    if (hasScript) return void (await page.goBack())
    await assert.rejects(page.goBack(), /ERR_CACHE_MISS/)
    await page.waitForURL(/^chrome-error:/)
    await open('/checkout')
  }

  async function check(): Promise<void> {
    if (hasScript) assert.deepEqual(await axeFindings(page), [], page.url())
  }

  return {
    context,
    page,
    texts,
    open,
    orderUrl: () => orderUrl,
    total: () => total,
    fillCheckout,
    orderWith,
    untilAtProvider,
    payBy,
    decide,
    goBackToCheckout,
    check,
    leave: () => context.close(),
  }
}

/** What the order's page says about its money. */
export async function moneyWords(page: Page): Promise<string> {
  return (await page.locator('.payment').textContent()) ?? ''
}

/** The order is paid to the last taka, goes on, and asks for nothing more. */
export async function assertPaid({ texts, total, page }: Payer, of = page): Promise<void> {
  await of.locator('.payment', { hasText: texts.payment.paid(total()) }).waitFor({ timeout: noticedTimeoutMs })
  assert.match((await of.locator('main').textContent()) ?? '', new RegExp(texts.order.states.confirmed.name))
  assert.equal(await of.locator('.payment-choice').count(), 0)
  assert.ok(!(await moneyWords(of)).includes(texts.payment.failed))
}

/** The order waits for its money, says that the payment did not go through, and offers to try again. */
export async function assertUnpaid({ texts, total, page }: Payer): Promise<void> {
  const said = await moneyWords(page)
  assert.ok(said.includes(texts.payment.failed), said)
  assert.ok(said.includes(texts.payment.due(total())), said)
  assert.ok(!said.includes(texts.payment.paid(total())), said)
}

/** Cart or checkout lead to the order that this browser has not paid yet. */
export async function assertLedToOrder({ orderUrl, texts, check, page }: Payer, of = page): Promise<void> {
  const link = of.locator(`main a.button[href$="${new URL(orderUrl()).pathname}"]`)
  const number = /DC\w{8}/.exec((await link.textContent()) ?? '')?.[0] ?? ''
  assert.equal(await link.textContent(), texts.orderedBefore.pay(number))
  if (of === page) await check()
}

type ProviderPayment = { id: string; provider: OnlineMethod; state: string; reference: string }

/** Everything that payers have begun at the providers, the newest first. */
export async function paymentsAtProviders(): Promise<ProviderPayment[]> {
  const answer = await fetch(`${simulatorOrigin()}/control/state`)
  const { payments } = (await answer.json()) as { payments: ProviderPayment[] }
  return payments
}

/** The provider's own id of the payment whose page is open. */
export function paymentIdOf(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}
