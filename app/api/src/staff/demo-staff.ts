import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { type StaffRole, staffRoles } from '@dhakacart/contract/staff-permissions.ts'
import { CommandError, reportFailure } from '@dhakacart/database/command-failure.ts'
import { databaseTls } from '@dhakacart/database/config.ts'
import { connectDatabase, type Db } from '@dhakacart/database/connect.ts'
import { readDemoStaffConfig, readStaffSecrets } from '../config.ts'
import { hashPassword } from '../passwords/passwords.ts'
import * as demo from './demo-staff.repository.ts'
import type { SecretBox } from './secret-box.ts'
import { totpPurpose } from './staff-codes.ts'
import { toBase32, totpSecretBytes } from './totp.ts'

/** One account to try the console with, as the file of this laptop keeps it. */
export type DemoAccount = {
  role: StaffRole
  name: string
  email: string
  password: string
  passwordHash: string
  totpSecretHex: string
}

const names: Record<StaffRole, string> = {
  owner: 'Nusrat Jahan',
  manager: 'Tanvir Ahmed',
  support: 'Sharmin Akter',
  warehouse: 'Rafiqul Islam',
  viewer: 'Farhana Haque',
}

/**
 * Sees to it that the shop has one account per role with the passwords and authenticators that the file names; makes the file
 * when it is missing, readable for this user alone. Changes nothing that is so already, and takes back a changed password.
 */
export async function makeDemoStaff(db: Db, secrets: SecretBox, file: string): Promise<DemoAccount[]> {
  const accounts = readAccounts(file) ?? (await newAccounts(file))
  for (const account of accounts) {
    const kept = await demo.find(db, account.email)
    if (kept?.passwordHash === account.passwordHash && opens(secrets, kept, account)) continue
    const id = await demo.put(db, account)
    const totpSecret = secrets.seal(Buffer.from(account.totpSecretHex, 'hex'), totpPurpose(id))
    await demo.setAuthenticator(db, id, totpSecret)
  }
  return accounts
}

function opens(secrets: SecretBox, { id, totpSecret }: demo.KeptAccount, account: DemoAccount): boolean {
  try {
    return totpSecret !== null && secrets.open(totpSecret, totpPurpose(id)).toString('hex') === account.totpSecretHex
  } catch {
    // Sealed with a key that is gone: sealed again.
    return false
  }
}

function readAccounts(file: string): DemoAccount[] | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CommandError(`${file} cannot be read; delete it, and new accounts are made.`)
  }
}

async function newAccounts(file: string): Promise<DemoAccount[]> {
  const accounts: DemoAccount[] = []
  for (const role of staffRoles) {
    const password = (toBase32(randomBytes(10)).toLowerCase().match(/.{4}/g) as string[]).join('-')
    accounts.push({
      role,
      name: names[role],
      email: `${role}@dhakacart.test`,
      password,
      passwordHash: await hashPassword(password),
      totpSecretHex: randomBytes(totpSecretBytes).toString('hex'),
    })
  }
  writeFileSync(file, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  return accounts
}

/** The same for the shop that the environment names, which must be one on this machine. */
export async function runDemoStaff(): Promise<void> {
  const config = readDemoStaffConfig()
  if (!config.publicOrigin.isLoopback) {
    throw new CommandError('Accounts to try with are for a shop on this machine alone; PUBLIC_ORIGIN names another.')
  }
  const { db } = connectDatabase(
    { url: config.databaseUrl, poolSize: 1, tls: databaseTls(config), applicationName: 'dhakacart-demo-staff' },
    () => undefined,
  )
  try {
    await makeDemoStaff(db, readStaffSecrets(config), config.demoStaffFile)
  } finally {
    await db.destroy()
  }
}

if (import.meta.main) await runDemoStaff().catch((error: unknown) => reportFailure('demo-staff', error))
