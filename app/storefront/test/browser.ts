import { watchComplaints } from '@dhakacart/service-kit/testing/browser-complaints.ts'
import { type Browser, chromium, type Page } from 'playwright-core'
import { readBrowserTestConfig } from './config.ts'

const launchTimeoutMs = 30_000

/** Where the shop under test answers, without a slash at the end. */
export function shopOrigin(): string {
  return readBrowserTestConfig().shopOrigin
}

/** Where the providers that shoppers pay at are played, without a slash at the end. */
export function simulatorOrigin(): string {
  return readBrowserTestConfig().simulatorOrigin
}

/**
 * Starts the machine's own Chromium without a window; whatever it complains about fails the test. The caller closes it, or the
 * run fails with a leaked process.
 */
export async function launchBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: readBrowserTestConfig().chromiumPath,
    timeout: launchTimeoutMs,
    // Tests see only the shop: nothing is updated, synchronised or asked for beside it.
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Containers and CI run as root, whom Chromium's sandbox refuses; the only pages opened are our own.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  return watchComplaints(browser)
}

/** As a shopper's first touch does, wakes the form of the checkout, and waits until it is. */
export async function touchCheckout(page: Page): Promise<void> {
  await page.locator('#name').focus()
  await page.locator('.island-checkout-form[data-awake]').waitFor()
}
