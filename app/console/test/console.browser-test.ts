import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import {
  accountOf,
  assertAccessible,
  assertFits,
  codeOfLetters,
  consoleUrl,
  giveCode,
  launchBrowser,
  openAs,
  openConsole,
  settled,
  signIn,
} from './staff-browser.ts'

/** Every page with an address of its own; pages of one thing are visited by the tests of their features. */
const paths = [
  '/',
  '/orders',
  '/returns',
  '/customers',
  '/messages',
  '/payments',
  '/refunds',
  '/refunds?tab=all',
  '/reconciliation',
  '/reconciliation?tab=runs',
  '/settlements',
  '/sales',
  '/coupons',
  '/delivery',
  '/delivery?tab=districts',
  '/settings',
  '/staff',
  '/audit',
  '/account',
  '/nowhere',
]

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser.close())

test('password alone opens nothing; a wrong code is said at its field; the right one opens the page that was asked for', async () => {
  const { page, context, complaints } = await openConsole(browser)
  const account = accountOf('support')
  await page.goto(consoleUrl('/account'))
  await page.locator('#sign-in-email').fill(account.email)
  await page.locator('#sign-in-password').fill('not the password')
  await page.locator('form [type=submit]').click()
  await page.getByRole('alert').waitFor()
  await page.locator('#sign-in-password').fill(account.password)
  await page.keyboard.press('Enter')
  await page.locator('#sign-in-code').waitFor()
  const early = await page.request.get(consoleUrl('').replace('/console', '/api/console/session'))
  assert.equal(early.status(), 401)
  await page.locator('#sign-in-code').fill('000000')
  await page.keyboard.press('Enter')
  await page.locator('#sign-in-code[aria-invalid=true]').waitFor()
  await giveCode(page, account)
  await page.getByRole('heading', { level: 1, name: 'My account' }).waitFor()
  await page.getByText(account.email).first().waitFor({ state: 'attached' })
  assert.deepEqual(complaints, [])
  await context.close()
})

test('a role sees what it may open, and is told so when it types the address of another page', async () => {
  const { page, context, complaints } = await openAs(browser, 'warehouse')
  await page.goto(consoleUrl('/'))
  await settled(page)
  const links = await page
    .locator('.side .nav a')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href')))
  assert.ok(links.includes('/console/account'))
  assert.ok(!links.includes('/console/staff') && !links.includes('/console/audit'))
  await page.goto(consoleUrl('/staff'))
  await page.getByRole('heading', { level: 1, name: 'Not for your role' }).waitFor()
  assert.deepEqual(complaints, [])
  await context.close()
})

test('signing out ends the session here and at the api', async () => {
  const { page, context } = await openConsole(browser)
  await signIn(page, 'viewer')
  await page.locator('.person summary').click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.locator('#sign-in-email').waitFor()
  const answer = await page.request.get(consoleUrl('').replace('/console', '/api/console/session'))
  assert.equal(answer.status(), 401)
  await context.close()
})

test('an expired session is renewed in a dialog; the call is repeated and what was typed is kept', async () => {
  const { page, context, complaints } = await openConsole(browser)
  await signIn(page, 'manager')
  await page.goto(consoleUrl('/account'))
  await page.locator('#newPassword').fill('rickshaw mango thunder')
  await context.clearCookies()
  await page.getByRole('button', { name: 'Make new codes' }).click()
  const dialog = page.locator('dialog[open]')
  await dialog.getByRole('heading', { name: 'Your session has ended' }).waitFor()
  await assertAccessible(page, 'sign-in dialog')
  const account = accountOf('manager')
  assert.equal(await dialog.locator('#sign-in-email').inputValue(), account.email)
  await dialog.locator('#sign-in-password').fill(account.password)
  await page.keyboard.press('Enter')
  await giveCode(page, account)
  await page.locator('.recovery-codes li').first().waitFor()
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('#newPassword').inputValue(), 'rickshaw mango thunder')
  assert.deepEqual(complaints, [])
  await context.close()
})

test('inviting asks for a fresh code, shows the link once, and the link sets up an account with an authenticator', async () => {
  const owner = await openAs(browser, 'owner')
  const { page } = owner
  await page.goto(consoleUrl('/staff'))
  await settled(page)
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.locator('#name').fill('Sabina Yasmin')
  await page.locator('#email').fill('sabina@shop.example')
  await page.locator('#role').selectOption('support')
  await page.keyboard.press('Enter')
  const stepUp = page.locator('dialog[open]', { hasText: 'Confirm that it is you' })
  const link = page.locator('dialog[open] .code-text')
  await stepUp.or(link).first().waitFor()
  if (await stepUp.isVisible()) await giveCode(page, accountOf('owner'))
  const address = (await link.textContent()) ?? ''
  await page.keyboard.press('Escape')
  await page.getByRole('cell', { name: 'sabina@shop.example' }).waitFor()
  assert.deepEqual(owner.complaints, [])
  await owner.context.close()

  const guest = await openConsole(browser, { device: 'phone', language: 'bn' })
  await guest.page.goto(address)
  await guest.page.locator('#password').fill('short')
  await guest.page.keyboard.press('Enter')
  await guest.page.locator('#password[aria-invalid=true]').waitFor()
  await guest.page.locator('#password').fill('rickshaw mango thunder')
  await guest.page.keyboard.press('Enter')
  await guest.page.locator('#sign-in-email').waitFor()
  assert.equal(await guest.page.locator('#sign-in-email').inputValue(), 'sabina@shop.example')
  await guest.page.locator('#sign-in-password').fill('rickshaw mango thunder')
  await guest.page.keyboard.press('Enter')
  await guest.page.locator('.qr').waitFor()
  await assertAccessible(guest.page, 'enrolment')
  const letters = (await guest.page.locator('.authenticator .code-text').textContent()) ?? ''
  await guest.page.locator('#sign-in-code').fill(codeOfLetters(letters))
  await guest.page.keyboard.press('Enter')
  await guest.page.locator('.recovery-codes li').first().waitFor()
  await guest.page.locator('#kept').check()
  await guest.page.locator('.button-main').click()
  await guest.page.locator('#page-title').waitFor()
  assert.deepEqual(guest.complaints, [])
  await guest.context.close()
})

test('the keyboard alone: skip link, g and a letter, ? opens the help, Esc closes it and gives the focus back', async () => {
  const { page, context, complaints } = await openAs(browser, 'owner')
  await page.goto(consoleUrl('/'))
  await settled(page)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.className), 'skip')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
  await page.keyboard.press('g')
  await page.keyboard.press('t')
  await page.waitForURL(/\/console\/staff$/)
  await page.waitForFunction(() => document.activeElement?.id === 'page-title')
  await page.keyboard.press('?')
  await page.locator('dialog[open] .keys').waitFor()
  await page.keyboard.press('Escape')
  await page.locator('dialog[open]').waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'page-title')
  assert.deepEqual(complaints, [])
  await context.close()
})

test('what is wrong in a form is said at each field, and the focus stands in the first of them', async () => {
  const { page, context } = await openAs(browser, 'owner')
  await page.goto(consoleUrl('/delivery'))
  await settled(page)
  await page.getByRole('button', { name: 'Add a zone' }).click()
  await page.locator('dialog[open] [type=submit]').click()
  const wrong = page.locator('dialog[open] [aria-invalid=true]')
  await wrong.first().waitFor()
  assert.ok((await wrong.count()) > 2)
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'code')
  await context.close()
})

test('the language is switched in place and remembered', async () => {
  const { page, context } = await openAs(browser, 'owner')
  await page.goto(consoleUrl('/staff'))
  await settled(page)
  await page.locator('.language').click()
  await page.getByRole('heading', { level: 1, name: 'কর্মী' }).waitFor()
  assert.equal(await page.locator('html').getAttribute('lang'), 'bn')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'কর্মী' }).waitFor()
  await context.close()
})

// Each device in each language, the two themes spread over them.
const looks = [
  { device: 'phone', language: 'en', theme: 'light' },
  { device: 'phone', language: 'bn', theme: 'dark' },
  { device: 'desk', language: 'en', theme: 'dark' },
  { device: 'desk', language: 'bn', theme: 'light' },
] as const

for (const look of looks) {
  test(`every page passes axe, fits and makes the browser complain of nothing: ${Object.values(look).join(', ')}`, async () => {
    const { page, context, complaints } = await openAs(browser, 'owner', look)
    for (const path of paths) {
      await page.goto(consoleUrl(path))
      await settled(page)
      assert.equal(await page.locator('html').getAttribute('lang'), look.language)
      await assertAccessible(page, path)
      await assertFits(page, path)
    }
    await context.clearCookies()
    await page.goto(consoleUrl('/'))
    await settled(page)
    await assertAccessible(page, 'sign-in')
    await assertFits(page, 'sign-in')
    assert.deepEqual(complaints, [])
    await context.close()
  })
}
