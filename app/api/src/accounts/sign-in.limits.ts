import { networkOf } from '../codes/codes.limits.ts'

/** Wrong passwords for one login name from browsers that never signed in to it. A code by SMS works on. */
const maxTriesPerLoginHour = 10
/** Wrong passwords from one browser that has signed in to the account before: its owner mistypes, others do not use it up. */
const maxTriesPerDeviceHour = 20
/**
 * Wrong passwords from one address. Mobile carriers put thousands of phones behind one IPv4 address (CGNAT): 5,000 shoppers
 * there, each mistyping twice in the hour, must pass.
 */
const maxTriesPerAddressHour = 10_000
export const tryWindowSeconds = 3_600

export type TryScope = { scope: string; max: number }

/** What one password counts against before it is looked at. A browser the account knows is held by nothing that strangers do. */
export function tryScopes(login: string, clientAddress: string, knownDevice: Buffer | null): TryScope[] {
  if (knownDevice !== null) {
    return [{ scope: `device ${knownDevice.toString('hex')} ${login}`, max: maxTriesPerDeviceHour }]
  }
  return [
    { scope: `login ${login}`, max: maxTriesPerLoginHour },
    { scope: `address ${networkOf(clientAddress)}`, max: maxTriesPerAddressHour },
  ]
}
