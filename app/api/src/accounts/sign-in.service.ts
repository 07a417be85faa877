import { createHash } from 'node:crypto'
import type { Language } from '@dhakacart/contract/language.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { joinCarts } from '../carts/cart-joining.service.ts'
import { type IssuedCode, issueCode, spendCode, tryCode } from '../codes/codes.service.ts'
import { CodeWrong, PhoneInvalid, SignInWrong, TooManySignIns } from '../errors.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import type { ServiceContext } from '../service-context.ts'
import * as customers from './accounts.repository.ts'
import { hashToken } from './customer-cookies.ts'
import { maxDevices, maxSessions } from './sessions.limits.ts'
import * as sessions from './sessions.repository.ts'
import { tryScopes, tryWindowSeconds } from './sign-in.limits.ts'
import * as tries from './sign-in.repository.ts'

/** The browser that signs in, as its cookies and headers show it. */
export type Visitor = {
  clientAddress: string
  /** For people to recognise it: `Chrome, Android`. */
  device: string
  sessionHash: Buffer | null
  deviceHash: Buffer | null
  cartToken: string | null
}

/** What the browser is given. */
export type SignedIn = {
  customerId: number
  sessionToken: string
  deviceToken: string
  /** null: there is no cart, neither here nor in the account. */
  cartToken: string | null
}

/** Sends the code that signs a number in, or up. Throws PHONE_INVALID, TOO_MANY_CODES. */
export async function sendSignInCode(
  context: ServiceContext,
  { phone, language }: { phone: string; language: Language },
  clientAddress: string,
): Promise<IssuedCode> {
  return issueCode(context, { purpose: 'sign_in', phone: readPhone(phone), language, clientAddress })
}

/**
 * Signs in with a code, which is used up together with what it does; a number without an account gets one. Of two entries at once
 * one wins. Throws PHONE_INVALID, CODE_WRONG.
 */
export async function signInWithCode(
  context: ServiceContext,
  given: { phone: string; code: string; language: Language },
  visitor: Visitor,
): Promise<SignedIn> {
  const phone = readPhone(given.phone)
  const codeId = await tryCode(context.db, { purpose: 'sign_in', phone, code: given.code })
  if (codeId === null) throw new CodeWrong()
  return inTransaction(context.db, async (tx) => {
    if (!(await spendCode(tx, codeId))) throw new CodeWrong()
    const customer = await customers.lockOrCreate(tx, phone, given.language)
    return openSession(tx, context, customer, visitor, true)
  })
}

/**
 * Signs in with number or e-mail address and password. Every wrong try is counted before it is looked at; whether there is an
 * account makes no difference to what is answered, or how soon. Throws SIGN_IN_WRONG, TOO_MANY_SIGN_INS, TOO_BUSY.
 */
export async function signInWithPassword(
  context: ServiceContext,
  given: { login: string; password: string },
  visitor: Visitor,
): Promise<SignedIn> {
  const login = readLogin(given.login)
  const found = await customers.findLogin(context.db, login, visitor.deviceHash)
  const knownDevice = found.isKnownDevice ? visitor.deviceHash : null
  const scopes = tryScopes(login.phone ?? login.email, visitor.clientAddress, knownDevice)
  const scopeHashes = scopes.map(({ scope }) => createHash('sha256').update(scope).digest())
  for (const [index, { max }] of scopes.entries()) {
    const seconds = await tries.countTry(context.db, scopeHashes[index] as Buffer, tryWindowSeconds, max)
    if (seconds !== null) throw new TooManySignIns({ retryAfterSeconds: seconds })
  }
  const uncount = () => tries.uncountTries(context.db, scopeHashes, tryWindowSeconds)
  const isRight = await verifyPassword(given.password, found.passwordHash).catch(async (error: unknown) => {
    await uncount()
    throw error
  })
  if (!isRight || found.id === null) throw new SignInWrong()
  await uncount()
  return inTransaction(context.db, async (tx) => {
    const customer = await customers.lockCustomer(tx, found.id as number)
    // Changed, or erased, while we were computing.
    if (customer === null || customer.passwordHash !== found.passwordHash) throw new SignInWrong()
    return openSession(tx, context, customer, visitor, false)
  })
}

/** Begins a session with a token of its own, whatever cookie the browser came with, and joins the carts. */
async function openSession(
  tx: Tx,
  { randomBytes }: ServiceContext,
  customer: customers.LockedCustomer,
  visitor: Visitor,
  isCodeConfirmed: boolean,
): Promise<SignedIn> {
  const newToken = () => randomBytes(32).toString('base64url')
  const [sessionToken, deviceToken] = [newToken(), newToken()]
  const customerId = customer.id
  if (visitor.sessionHash !== null) await sessions.endSessionOfToken(tx, visitor.sessionHash)
  const tokenHash = hashToken(sessionToken)
  await sessions.insertSession(tx, { customerId, tokenHash, device: visitor.device, isCodeConfirmed }, maxSessions)
  if (visitor.deviceHash !== null) await sessions.forgetDevice(tx, customerId, visitor.deviceHash)
  await sessions.rememberDevice(tx, customerId, hashToken(deviceToken), maxDevices)
  const cartToken = await joinCartOf(tx, customer, visitor.cartToken)
  return { customerId, sessionToken, deviceToken, cartToken }
}

/** Makes the browser's cart and the locked customer's one; returns the token of what they share. */
export async function joinCartOf(
  tx: Tx,
  customer: customers.LockedCustomer,
  guestToken: string | null,
): Promise<string | null> {
  const isAnothers = (token: string) => customers.isCartOfAnother(tx, customer.id, token)
  const joined = await joinCarts(tx, { accountToken: customer.cartToken, guestToken, isAnothers })
  if (joined !== null && joined !== customer.cartToken) await customers.setCartToken(tx, customer.id, joined)
  return joined
}

export function readPhone(text: string): string {
  const phone = normalisePhone(text)
  if (phone === null) throw new PhoneInvalid()
  return phone
}

/** A number in whatever way it is written; anything else is looked for as an e-mail address. */
function readLogin(text: string): { phone: string; email: null } | { phone: null; email: string } {
  const phone = normalisePhone(text)
  return phone !== null ? { phone, email: null } : { phone: null, email: text.trim().toLowerCase() }
}

/** Deletes counters of past hours, some at a time; returns how many. */
export function forgetOldTries({ db }: ServiceContext, limit: number): Promise<number> {
  return tries.deleteOldTries(db, tryWindowSeconds, limit)
}
