import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Browser } from 'playwright-core'
import { launchBrowser, shopOrigin } from './browser.ts'
import {
  assertLedToOrder,
  assertPaid,
  assertUnpaid,
  createPayer,
  moneyWords,
  paymentIdOf,
  paymentsAtProviders,
} from './browser-payer.ts'

const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const desk = { viewport: { width: 1440, height: 900 } }
const devices = { phone, desk, 'phone without JavaScript': { ...phone, javaScriptEnabled: false } }
type Device = keyof typeof devices

let browser: Browser
/** Of a product that is in stock and has one variant, so that its button buys at once. */
let slug: string

before(async () => {
  browser = await launchBrowser()
  const answer = await fetch(`${shopOrigin()}/api/catalogue/products?inStock=true&sort=popular&limit=48`)
  const { products } = (await answer.json()) as ProductList
  slug = (products.find((product) => product.variantCount === 1) ?? products[0])?.slug ?? ''
})
after(() => browser.close())

const payerOn = (device: Device, language: Language) => createPayer(browser, { ...devices[device], language, slug })

const successes: [OnlineMethod, Language, Device][] = [
  ['bkash', 'en', 'phone'],
  ['nagad', 'bn', 'phone'],
  ['sslcommerz', 'en', 'desk'],
  ['bkash', 'bn', 'phone without JavaScript'],
  ['nagad', 'en', 'phone without JavaScript'],
  ['sslcommerz', 'bn', 'phone without JavaScript'],
]
for (const [method, language, device] of successes) {
  test(`${method}: from the product to the provider and back to a paid order: ${language}, ${device}`, async () => {
    const payer = await payerOn(device, language)
    await payer.orderWith(method)
    await payer.decide('pay')
    await assertPaid(payer)
    await payer.check()
    await payer.leave()
  })
}

const failures: [OnlineMethod, OnlineMethod, Language, Device][] = [
  ['bkash', 'nagad', 'en', 'desk'],
  ['nagad', 'sslcommerz', 'en', 'phone without JavaScript'],
  ['sslcommerz', 'bkash', 'bn', 'phone'],
]
for (const [method, other, language, device] of failures) {
  test(`${method} cancelled, then failed, then paid with ${other}: ${language}, ${device}`, async () => {
    const payer = await payerOn(device, language)
    await payer.orderWith(method)
    await payer.decide('cancel')
    await assertUnpaid(payer)
    await payer.check()
    const cancelled = (await paymentsAtProviders())[0]
    await payer.payBy(method)
    assert.notEqual(paymentIdOf(payer.page), cancelled?.id, 'a cancelled payment is not offered again')
    await payer.decide('fail')
    await assertUnpaid(payer)
    await payer.check()
    await payer.payBy(other)
    await payer.decide('pay')
    await assertPaid(payer)
    await payer.check()
    await payer.leave()
  })
}

const twice: [OnlineMethod, OnlineMethod, Language, Device][] = [
  ['bkash', 'nagad', 'en', 'phone'],
  ['nagad', 'sslcommerz', 'bn', 'phone without JavaScript'],
  ['sslcommerz', 'bkash', 'en', 'desk'],
]
for (const [method, other, language, device] of twice) {
  test(`${method}, then ${other}: pressing the button twice, at the checkout and on the order's page, begins one payment each: ${language}, ${device}`, async () => {
    const payer = await payerOn(device, language)
    const before = await paymentsAtProviders()
    await payer.orderWith(method, 2)
    assert.equal((await paymentsAtProviders()).length, before.length + 1)
    await payer.decide('fail')
    await payer.payBy(other, 2)
    assert.equal((await paymentsAtProviders()).length, before.length + 2)
    await payer.decide('pay')
    await assertPaid(payer)
    await payer.leave()
  })
}

const returns: [OnlineMethod, Language, Device][] = [
  ['bkash', 'en', 'phone'],
  ['nagad', 'bn', 'phone without JavaScript'],
  ['sslcommerz', 'bn', 'desk'],
]
for (const [method, language, device] of returns) {
  test(`${method}: back right after ordering, cart and checkout lead over the order to the same payment: ${language}, ${device}`, async () => {
    const payer = await payerOn(device, language)
    await payer.orderWith(method)
    const id = paymentIdOf(payer.page)
    const { length } = await paymentsAtProviders()
    await payer.goBackToCheckout()
    assert.match(payer.page.url(), /\/checkout$/)
    await assertLedToOrder(payer)
    await payer.open('/cart')
    await assertLedToOrder(payer)
    await payer.page.locator(`main a[href$="${new URL(payer.orderUrl()).pathname}"]`).click()
    await payer.page.locator('.payment > a.button').click()
    await payer.untilAtProvider(method)
    assert.equal(paymentIdOf(payer.page), id)
    await payer.decide('pay')
    await assertPaid(payer)
    assert.equal((await paymentsAtProviders()).length, length)
    await payer.leave()
  })

  test(`${method}: back from the provider's page to the order, its link leads on to the same payment: ${language}, ${device}`, async () => {
    const payer = await payerOn(device, language)
    await payer.orderWith(method)
    await payer.decide('cancel')
    await payer.payBy(method)
    const id = paymentIdOf(payer.page)
    await payer.page.goBack()
    assert.equal(payer.page.url(), payer.orderUrl())
    await payer.page.reload()
    await payer.page.locator('.payment > a.button').click()
    await payer.untilAtProvider(method)
    assert.equal(paymentIdOf(payer.page), id)
    await payer.page.goBack()
    await payer.page.goForward()
    assert.equal(paymentIdOf(payer.page), id, 'forward leads to it as well')
    await payer.decide('pay')
    await assertPaid(payer)
    await payer.leave()
  })
}

for (const [method, language] of [
  ['bkash', 'bn'],
  ['nagad', 'en'],
  ['sslcommerz', 'bn'],
] as const) {
  test(`${method}: paid in a tab that is closed then, the cart leads to the order, which turns paid by itself: ${language}`, async () => {
    const payer = await payerOn('phone', language)
    await payer.orderWith(method)
    const order = await payer.context.newPage()
    await order.goto(`${shopOrigin()}/${language}/cart`)
    await assertLedToOrder(payer, order)
    await order.locator('main .notice a.button').click()
    await order.waitForURL(payer.orderUrl())
    const link = order.locator('.payment a.button')
    assert.equal(await link.getAttribute('href'), payer.page.url(), 'the order leads on to the page that is open')
    await payer.decide('pay_and_close')
    await payer.page.close()
    await assertPaid(payer, order)
    await order.goto(`${shopOrigin()}/${language}/cart`)
    const { texts } = payer
    const said = (await order.locator('main .notice').textContent()) ?? ''
    assert.ok(said.includes(texts.orderedBefore.goesOn(texts.order.states.confirmed.name)), said)
    await order.close()
    await payer.leave()
  })
}

test('an order that waits, is looked at by a person, and whose money goes back says so, and pleases axe', async () => {
  const payer = await payerOn('phone', 'bn')
  await payer.orderWith('sslcommerz')
  const providerPage = payer.page.url()
  await payer.page.goto(payer.orderUrl())
  assert.ok((await moneyWords(payer.page)).includes(payer.texts.payment.due(payer.total())))
  await payer.page.locator('[data-time-left-text]', { hasText: /[০-৯]/ }).waitFor()
  await payer.check()
  await payer.page.goto(providerPage)
  await payer.decide('pay', ['risk_flag'])
  assert.ok((await moneyWords(payer.page)).includes(payer.texts.payment.review))
  await payer.check()
  await payer.page.locator('.cancel summary').click()
  await payer.page.locator('.cancel button').click()
  await payer.page.locator('.payment', { hasText: payer.texts.payment.refundOpen(payer.total()) }).waitFor()
  await payer.check()
  await payer.leave()
})
