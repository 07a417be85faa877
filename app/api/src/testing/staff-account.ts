import { randomUUID } from 'node:crypto'
import type { StaffRole } from '@dhakacart/contract/staff-permissions.ts'
import { sql } from 'kysely'
import { hashPassword } from '../passwords/passwords.ts'
import * as staffRows from '../staff/staff.repository.ts'
import { totpCode, totpStep } from '../staff/totp.ts'
import { createStaffBrowser } from './staff-browser.ts'
import type { TestApi } from './test-api.ts'

export const staffPassword = 'a long enough password'

/** An account with a password and no authenticator yet. */
export async function addStaffAccount(api: TestApi, role: StaffRole = 'manager') {
  const email = `${role}-${randomUUID()}@shop.example`
  const passwordHash = await hashPassword(staffPassword)
  const id = (await staffRows.insert(api.db, { email, name: `The ${role}`, role, passwordHash })) as number
  return { id, email }
}

/** An account that has enrolled an authenticator in a browser of its own, which is signed in. */
export async function addEnrolledAccount(api: TestApi, role: StaffRole = 'manager') {
  const account = await addStaffAccount(api, role)
  const browser = createStaffBrowser(api)
  await browser.givePassword(account.email, staffPassword)
  const secret = fromBase32((await browser.send('POST', '/api/console/sign-in/enrolment', {})).json().secret)
  const code = totpCode(secret, await stepNow(api))
  const answer = await browser.send('POST', '/api/console/sign-in/enrolment/confirm', { code })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return { ...account, browser, secret, recoveryCodes: answer.json().recoveryCodes as string[] }
}

/**
 * A code that was not used yet: codes of before are forgotten, as if half a minute had passed.
 */
export async function freshCode(api: TestApi, { id, secret }: { id: number; secret: Buffer }): Promise<string> {
  await sql`update staff set totp_used_step = totp_used_step - 3 where id = ${id}`.execute(api.db)
  return totpCode(secret, await stepNow(api))
}

export async function stepNow(api: TestApi): Promise<number> {
  const { rows } = await sql<{ seconds: number }>`
    select floor(extract(epoch from shop_now()))::bigint as seconds`.execute(api.db)
  return totpStep(rows[0]?.seconds as number)
}

const base32Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => base32Letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/[01]{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
