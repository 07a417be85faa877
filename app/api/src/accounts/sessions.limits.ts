export { maxSessions } from '@dhakacart/contract/accounts.schema.ts'

/** A session ends when it was not used for this long: a shopper who comes once a month stays signed in. */
export const sessionIdleDays = 30
/** It ends in any case this long after signing in. */
export const sessionDaysMax = 90
/** How long signing in with a code proves that the person holds the number: the lifetime of a code itself. */
export const codeProofSeconds = 600
/** Browsers remembered per account as having signed in before. */
export const maxDevices = 20
