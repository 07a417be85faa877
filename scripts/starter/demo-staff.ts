import { readFileSync } from 'node:fs'
import type { DemoAccount } from '../../app/api/src/staff/demo-staff.ts'
import { stepSeconds, totpCode, totpStep } from '../../app/api/src/staff/totp.ts'

/** One line per account: role, e-mail, password and the code of this half minute. null when there are none yet. */
export function describeDemoStaff(file: string): string[] | null {
  const accounts = readAccounts(file)
  if (accounts === null) return null
  const nowSeconds = Date.now() / 1000
  const secondsLeft = Math.ceil(stepSeconds - (nowSeconds % stepSeconds))
  const lines = accounts.map(({ role, email, password, totpSecretHex }) => {
    const code = totpCode(Buffer.from(totpSecretHex, 'hex'), totpStep(nowSeconds))
    return `  ${role.padEnd(10)}${email.padEnd(28)}${password}   ${code}`
  })
  return [...lines, `  Each code works once; these for ${secondsLeft} s more. The next: npm run staff-codes`]
}

function readAccounts(file: string): DemoAccount[] | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
