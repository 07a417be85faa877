export type ConsoleTestConfig = {
  /** Where the shop under test answers, without a slash at the end. */
  readonly shopOrigin: string
  readonly chromiumPath: string
  /** The accounts that the shop under test made, one per role. */
  readonly demoStaffFile: string
  /** Where the simulated providers are steered. */
  readonly simulatorOrigin: string
}

/** What npm run test:browser gives to each browser test. Throws when a test was started without it. */
export function readConsoleTestConfig(): ConsoleTestConfig {
  const { SHOP_ORIGIN: shopOrigin, CHROMIUM_PATH: chromiumPath, DEMO_STAFF_FILE: demoStaffFile } = process.env
  const { SIMULATOR_ORIGIN: simulatorOrigin } = process.env
  if (!shopOrigin || !chromiumPath || !demoStaffFile || !simulatorOrigin) {
    throw new Error(
      'SHOP_ORIGIN, CHROMIUM_PATH, DEMO_STAFF_FILE or SIMULATOR_ORIGIN is missing: run it with npm run test:browser.',
    )
  }
  return { shopOrigin, chromiumPath, demoStaffFile, simulatorOrigin }
}
