export type BrowserTestConfig = {
  /** Where the shop under test answers, without a slash at the end. */
  readonly shopOrigin: string
  /** Where the providers that the shop pays at are played, on a site of their own. */
  readonly simulatorOrigin: string
  readonly chromiumPath: string
}

/** What npm run test:browser gives to each browser test. Throws when a test was started without it. */
export function readBrowserTestConfig(): BrowserTestConfig {
  const { SHOP_ORIGIN: shopOrigin, SIMULATOR_ORIGIN: simulatorOrigin, CHROMIUM_PATH: chromiumPath } = process.env
  if (!shopOrigin || !simulatorOrigin || !chromiumPath) {
    throw new Error(
      'SHOP_ORIGIN, SIMULATOR_ORIGIN or CHROMIUM_PATH is missing: run browser tests with npm run test:browser.',
    )
  }
  return { shopOrigin, simulatorOrigin, chromiumPath }
}
