import type { Account } from '@dhakacart/contract/accounts.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { DbOrTx } from '@dhakacart/database/connect.ts'
import { inTransaction, violatedConstraint } from '@dhakacart/database/transaction.ts'
import { type IssuedCode, issueCode, spendCode, tryCode } from '../codes/codes.service.ts'
import { badRequest, CodeWrong, NotSignedIn, PasswordGuessable, PasswordWrong, PhoneTaken } from '../errors.ts'
import { isGuessable } from '../passwords/guessable-passwords.ts'
import { hashPassword, verifyPassword } from '../passwords/passwords.ts'
import type { ServiceContext } from '../service-context.ts'
import * as customers from './accounts.repository.ts'
import { hashToken } from './customer-cookies.ts'
import type { Customer } from './customer-door.ts'
import * as sessions from './sessions.repository.ts'
import { joinCartOf, readPhone } from './sign-in.service.ts'

/** What the account shows of itself. Throws NOT_SIGNED_IN when it was erased in the meantime. */
export async function getAccount(db: DbOrTx, id: number, hasProvedPhone: boolean): Promise<Account> {
  const account = await customers.readAccount(db, id, hasProvedPhone)
  if (account === null) throw new NotSignedIn()
  return account
}

/** Sets name and language; the last of two edits counts. */
export async function setProfile(
  { db }: ServiceContext,
  { id }: Customer,
  profile: { name: string; language: Language },
): Promise<void> {
  const name = tidy(profile.name)
  if (name.length < 3) throw badRequest('The name is too short. Give at least 3 characters.')
  await inTransaction(db, (tx) => customers.setProfile(tx, id, name, profile.language))
}

/**
 * Sets the password, ends every other session and gives this one a new token, which is returned. Throws PASSWORD_WRONG unless the
 * current one is right, or there is none, or the person signed in with a code just now; PASSWORD_GUESSABLE; TOO_BUSY.
 */
export async function setPassword(
  { db, randomBytes }: ServiceContext,
  customer: Customer,
  given: { currentPassword: string | null; newPassword: string },
): Promise<string> {
  const { id, sessionId, phone, email, name } = customer
  const passwordHash = await customers.readPasswordHash(db, id)
  const isFree = passwordHash === null || customer.hasProvedPhone
  const isRight = isFree || (await verifyPassword(given.currentPassword ?? '', passwordHash))
  if (!isRight) throw new PasswordWrong()
  if (await isGuessable(given.newPassword, [phone, email, name])) throw new PasswordGuessable()
  const newHash = await hashPassword(given.newPassword)
  const token = randomBytes(32).toString('base64url')
  await inTransaction(db, async (tx) => {
    const locked = await customers.lockCustomer(tx, id)
    if (locked === null) throw new NotSignedIn()
    // Somebody else set one while we were computing: what was proved was proved about the old one.
    if (locked.passwordHash !== passwordHash) throw new PasswordWrong()
    await customers.setPasswordHash(tx, id, newHash)
    await sessions.endSessions(tx, id, sessionId)
    await sessions.renewSession(tx, sessionId, hashToken(token))
  })
  return token
}

/** Sends the code that makes a number the account's. Throws PHONE_INVALID, TOO_MANY_CODES. */
export async function sendPhoneCode(
  context: ServiceContext,
  customer: Customer,
  phoneText: string,
  clientAddress: string,
): Promise<IssuedCode> {
  const phone = readPhone(phoneText)
  const { language } = customer
  return issueCode(context, { purpose: 'confirm_phone', phone, language, clientAddress, subject: subjectOf(customer) })
}

/** Makes the number the code went to the account's. Throws PHONE_INVALID, CODE_WRONG, PHONE_TAKEN. */
export async function changePhone(
  context: ServiceContext,
  customer: Customer,
  given: { phone: string; code: string },
): Promise<void> {
  const phone = readPhone(given.phone)
  if (phone === customer.phone) return
  const codeId = await tryCode(context.db, {
    purpose: 'confirm_phone',
    phone,
    code: given.code,
    subject: subjectOf(customer),
  })
  if (codeId === null) throw new CodeWrong()
  try {
    await inTransaction(context.db, async (tx) => {
      if (!(await spendCode(tx, codeId))) throw new CodeWrong()
      await customers.setPhone(tx, customer.id, phone)
    })
  } catch (error) {
    throw violatedConstraint(error) === 'customers_phone_key' ? new PhoneTaken({ cause: error }) : error
  }
}

/** A code for one account opens nothing in another. */
function subjectOf({ id }: Customer): string {
  return `customer ${id}`
}

/** Removes the e-mail address; fine when there is none. */
export async function removeEmail({ db }: ServiceContext, { id }: Customer): Promise<void> {
  await inTransaction(db, (tx) => customers.setEmail(tx, id, null))
}

/** The cart of a signed-in browser becomes the account's; returns the token of what they share. Safe to repeat. */
export async function shareCart({ db }: ServiceContext, { id }: Customer, cartToken: string): Promise<string> {
  return inTransaction(db, async (tx) => {
    const customer = await customers.lockCustomer(tx, id)
    return (customer && (await joinCartOf(tx, customer, cartToken))) ?? cartToken
  })
}

export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .trim()
}
