import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setTimeout as sleep } from 'node:timers/promises'
import { giveSignInCode, stepUp } from '@dhakacart/contract/console-session.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import { watchComplaints } from '@dhakacart/service-kit/testing/browser-complaints.ts'
import { type Browser, type BrowserContext, chromium, type Locator, type Page, type Route } from 'playwright-core'
import type { DemoAccount } from '../../api/src/staff/demo-staff.ts'
import { totpCode, totpStep } from '../../api/src/staff/totp.ts'
import { readConsoleTestConfig } from './config.ts'

const launchTimeoutMs = 30_000
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const devices = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1440, height: 900 } },
} as const
export type Device = keyof typeof devices

/** The console's address of a path below /console. */
export function consoleUrl(path: string): string {
  return `${readConsoleTestConfig().shopOrigin}/console${path}`
}

/**
 * Starts the machine's own Chromium without a window; whatever it complains about fails the test. The caller closes it, or the
 * run fails with a leaked process.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: readConsoleTestConfig().chromiumPath,
    timeout: launchTimeoutMs,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Containers and CI run as root, whom Chromium's sandbox refuses; the only pages opened are our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  return watchComplaints(browser, isAnswer)
}

/** Chromium reports every answer outside 2xx as an error; what they mean is the test's matter. */
const isAnswer = (text: string) => text.startsWith('Failed to load resource')

/** The account of a role that the shop under test made. */
export function accountOf(role: StaffRole): DemoAccount {
  const accounts = JSON.parse(readFileSync(readConsoleTestConfig().demoStaffFile, 'utf8')) as DemoAccount[]
  const account = accounts.find((one) => one.role === role)
  if (!account) throw new Error(`the shop made no account for ${role}`)
  return account
}

const usedSteps = new Map<string, number>()

/** A code that this process did not use before: each works once, so a second one within half a minute is that of the next step. */
async function freshCode({ email, totpSecretHex }: DemoAccount): Promise<string> {
  const nowStep = () => totpStep(Date.now() / 1000)
  const step = Math.max(nowStep(), (usedSteps.get(email) ?? 0) + 1)
  // The api takes one step ahead of its clock.
  while (step > nowStep() + 1) await sleep(1_000)
  usedSteps.set(email, step)
  return totpCode(Buffer.from(totpSecretHex, 'hex'), step)
}

/** Another file, which is a process of its own, may have used this step and the one ahead of the clock. */
const codeTries = 3

/** Types codes of an account into the field until one is taken: the api refuses those that another test file has used. */
export async function giveCode(page: Page, account: DemoAccount): Promise<void> {
  const field = page.locator('#sign-in-code')
  for (let tries = 0; tries < codeTries; tries += 1) {
    const code = await freshCode(account)
    const answered = page.waitForResponse((answer) => codePaths.has(new URL(answer.url()).pathname))
    await field.fill(code)
    await field.press('Enter')
    if ((await answered).ok()) return
  }
  throw new Error(`no code of ${account.email} was taken`)
}
const codePaths: ReadonlySet<string> = new Set([giveSignInCode.url, stepUp.url])

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of an authenticator app into which somebody typed these letters. */
export function codeOfLetters(letters: string): string {
  let bits = ''
  for (const letter of letters.replaceAll(' ', '')) bits += base32Letters.indexOf(letter).toString(2).padStart(5, '0')
  const bytes = bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []
  return totpCode(Buffer.from(bytes), totpStep(Date.now() / 1000))
}

const states = new Map<StaffRole, Awaited<ReturnType<BrowserContext['storageState']>>>()

export type StaffPage = {
  page: Page
  context: BrowserContext
  /** Everything the browser complained about: refused by the policy, failed, thrown. */
  complaints: string[]
}
type Settings = { device?: Device; language?: Language; theme?: 'light' | 'dark' }

/** A window of the console in a language, signed in as nobody. Complaints of the browser are collected. */
export async function openConsole(browser: Browser, settings: Settings = {}): Promise<StaffPage> {
  const { device = 'desk', language = 'en', theme = 'light' } = settings
  const context = await browser.newContext({ ...devices[device], colorScheme: theme })
  return openIn(context, language)
}

/** The same, signed in as a role; the sign-in itself is done once per role and test file. */
export async function openAs(browser: Browser, role: StaffRole, settings: Settings = {}): Promise<StaffPage> {
  const { device = 'desk', language = 'en', theme = 'light' } = settings
  let storageState = states.get(role)
  if (storageState === undefined) {
    const first = await openConsole(browser)
    await signIn(first.page, role)
    // The cookies alone: the language that this window remembered is not the next one's.
    storageState = { cookies: (await first.context.storageState()).cookies, origins: [] }
    states.set(role, storageState)
    await first.context.close()
  }
  const context = await browser.newContext({ ...devices[device], colorScheme: theme, storageState })
  return openIn(context, language)
}

async function openIn(context: BrowserContext, language: Language): Promise<StaffPage> {
  await context.addInitScript((chosen) => {
    // The blank document before the first page has no storage, and says so aloud.
    if (location.origin !== 'null' && localStorage.getItem('console-language') === null)
      localStorage.setItem('console-language', chosen)
  }, language)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => {
    if (isAnswer(message.text())) return
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, context, complaints }
}

/** Signs in through the pages, with password and code. */
export async function signIn(page: Page, role: StaffRole): Promise<void> {
  const account = accountOf(role)
  await page.goto(consoleUrl('/'))
  await page.locator('#sign-in-email').fill(account.email)
  await page.locator('#sign-in-password').fill(account.password)
  await page.locator('form [type=submit]').click()
  await giveCode(page, account)
  await page.locator('.nav').first().waitFor({ state: 'attached' })
}

/** Presses the button of the dialog on top, gives a code when one is asked for, and waits until no dialog is left. */
export async function pressWithCode(page: Page, role: StaffRole, name: string): Promise<void> {
  await page.locator('dialog[open]').last().getByRole('button', { name, exact: true }).click()
  const code = page.locator('dialog[open] #sign-in-code')
  const done = page.locator('.toast').first()
  await code.or(done).first().waitFor()
  if (await code.isVisible()) await giveCode(page, accountOf(role))
  // There are two for as long as the code is being looked at.
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null)
}

/** Answers as the api does when the last code is too old. */
export function refuseForStepUp(route: Route): Promise<void> {
  return route.fulfill({ status: 403, json: { code: 'STEP_UP_REQUIRED', message: 'Give a code.', requestId: 'x' } })
}

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  await page.locator('#page-title, .alone h1').first().waitFor()
  await page.waitForFunction(() => document.querySelector('.loading, [aria-busy=true]') === null)
}

/** The shop promises news of the worker's, its couriers' included, within a minute; a machine of two cores has half as much again. */
const workerLimitMs = 90_000
const lookEveryMs = 1_000

/** Looks anew until the page shows it, for what the worker does in its own time. */
export async function reloadUntil(page: Page, sign: Locator, wait = settled): Promise<void> {
  const givesUpAt = Date.now() + workerLimitMs
  while ((await sign.count()) === 0) {
    if (Date.now() > givesUpAt) throw new Error(`${sign} did not come in ${workerLimitMs} ms, at ${page.url()}`)
    await sleep(lookEveryMs)
    await page.reload()
    await wait(page)
  }
}

type Axe = { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }

/** Fails with everything axe finds on the page as it stands. */
export async function assertAccessible(page: Page, what: string): Promise<void> {
  // A world of its own, which the page's policy does not bind, so that the policy stays as it is.
  const session = await page.context().newCDPSession(page)
  const { frameTree } = await session.send('Page.getFrameTree')
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id })
  const run = (expression: string) =>
    session.send('Runtime.evaluate', {
      expression,
      contextId: executionContextId,
      awaitPromise: true,
      returnByValue: true,
    })
  await run(axeSource)
  const { result } = await run('axe.run().then(({ violations }) => JSON.stringify(violations))')
  await session.detach()
  const violations = JSON.parse(String(result.value)) as Awaited<ReturnType<Axe['run']>>['violations']
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`)
  assert.deepEqual(problems, [], what)
}

/** Fails when the page can be scrolled sideways. */
export async function assertFits(page: Page, what: string): Promise<void> {
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  assert.equal(excess, 0, `${what} is ${excess} px too wide`)
}
