import { createHash, timingSafeEqual } from 'node:crypto'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { type IssuedCode, sixDigits } from '../codes/codes.service.ts'
import { CodeWrong, NotSignedIn, TooManyCodes } from '../errors.ts'
import { sendToEmail } from '../messages/messages.service.ts'
import type { ServiceContext } from '../service-context.ts'
import * as customers from './accounts.repository.ts'
import type { Customer } from './customer-door.ts'
import * as emails from './email.repository.ts'

/** OWASP ASVS 5, 6.5.5: at most ten minutes. Five a day: an address may be a stranger's, who gets no more than that. */
const limits: emails.EmailLimits = { lifetimeSeconds: 600, pauseSeconds: 60, maxPerDay: 5 }
/** With six digits, five chances in a million per code. */
const maxTries = 5

/**
 * Sends a code to an address, the same whether another account has it: only whoever reads its mail learns anything. Throws
 * TOO_MANY_CODES, nothing written, so that repeating a request by mistake sends nothing twice.
 */
export async function sendEmailCode(context: ServiceContext, customer: Customer, text: string): Promise<IssuedCode> {
  const email = text.trim().toLowerCase()
  const code = sixDigits(context)
  const salt = context.randomBytes(16)
  return inTransaction(context.db, async (tx) => {
    if ((await customers.lockCustomer(tx, customer.id)) === null) throw new NotSignedIn()
    const begun = await emails.begin(tx, customer.id, { email, salt, codeHash: hashCode(salt, code) }, limits)
    const { expiresAt, waitSeconds } = begun
    if (expiresAt === null) throw new TooManyCodes({ retryAfterSeconds: waitSeconds })
    const { language } = customer
    await sendToEmail(tx, { template: 'email-code', email, language, data: { code }, sendUntil: expiresAt })
    return { expiresAt, resendAfterSeconds: waitSeconds }
  })
}

/**
 * Makes the address the code went to the account's, and nobody else's: reading its mail is the proof. Every try counts; of two right
 * ones at once one wins. Throws CODE_WRONG.
 */
export async function confirmEmail({ db }: ServiceContext, { id }: Customer, code: string): Promise<void> {
  const pending = await emails.countTry(db, id, maxTries)
  const entered = toLatinDigits(code).replaceAll(/[\s-]/g, '')
  if (pending === null || !timingSafeEqual(hashCode(pending.salt, entered), pending.codeHash)) throw new CodeWrong()
  await inTransaction(db, async (tx) => {
    if ((await customers.lockCustomer(tx, id)) === null) throw new NotSignedIn()
    if (!(await emails.use(tx, id, pending.codeHash))) throw new CodeWrong()
    await customers.setEmail(tx, id, pending.email)
  })
}

function hashCode(salt: Buffer, code: string): Buffer {
  return createHash('sha256').update(salt).update(code).digest()
}
