import { createHash } from 'node:crypto'
import { toLatinDigits } from '@dhakacart/contract/digits.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import type { SecretBox } from './secret-box.ts'
import * as codes from './staff-codes.repository.ts'
import { matchingStep, toBase32, totpStep } from './totp.ts'

/** As many as fit on a note in a wallet. */
const recoveryCodeCount = 8
/** 24 letters of five bits: more than the 112 bits from which a plain hash is enough (OWASP ASVS 5, 6.5.2). */
const recoveryCodeBytes = 15

export const totpPurpose = (staffId: number) => `totp ${staffId}`

/** Which kind of code was used up; null: it is wrong or was used before. */
export async function spendCode(
  tx: Tx,
  secrets: SecretBox,
  staffId: number,
  typed: string,
): Promise<'code' | 'recovery_code' | null> {
  const code = tidyCode(typed)
  if (!/^\d{6}$/.test(code)) {
    return (await codes.spendRecoveryCode(tx, staffId, hashCode(code))) ? 'recovery_code' : null
  }
  const { totpSecret, epochSeconds } = await codes.findAuthenticator(tx, staffId)
  if (totpSecret === null) return null
  const secret = secrets.open(totpSecret, totpPurpose(staffId))
  const step = matchingStep(secret, code, totpStep(epochSeconds))
  if (step === null || !(await codes.spendStep(tx, staffId, step))) return null
  if (!secrets.isCurrent(totpSecret)) {
    await codes.resealSecret(tx, staffId, totpSecret, secrets.seal(secret, totpPurpose(staffId)))
  }
  return 'code'
}

/** Six digits in the form apps show them, whatever spaces and digits were typed; a recovery code without its dashes. */
export function tidyCode(typed: string): string {
  return toLatinDigits(typed).replaceAll(/[\s-]/g, '').toUpperCase()
}

/** New recovery codes in place of the old ones. They are shown once; the database keeps hashes. */
export async function replaceRecoveryCodes(
  tx: Tx,
  randomBytes: (size: number) => Buffer,
  staffId: number,
): Promise<string[]> {
  const plain = Array.from({ length: recoveryCodeCount }, () => toBase32(randomBytes(recoveryCodeBytes)))
  await codes.replaceRecoveryCodes(tx, staffId, plain.map(hashCode))
  return plain.map((code) => (code.match(/.{4}/g) as string[]).join('-'))
}

function hashCode(code: string): Buffer {
  return createHash('sha256').update(code).digest()
}
