import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { StaffEmail, staffPasswordMax, staffPasswordMin } from '@dhakacart/contract/console-session.schema.ts'
import { CommandError, reportFailure } from '@dhakacart/database/command-failure.ts'
import { databaseTls, readDatabaseConfig } from '@dhakacart/database/config.ts'
import { connectDatabase, type Db } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { Check } from 'typebox/value'
import * as audit from '../audit/audit.service.ts'
import { isGuessable } from '../passwords/guessable-passwords.ts'
import { hashPassword } from '../passwords/passwords.ts'
import * as staffRows from './staff.repository.ts'
import { toBase32 } from './totp.ts'

const usage = `Makes the first owner of the console, or another one.

  node app/api/src/staff/create-owner.ts --email EMAIL --name NAME [--password-from-stdin]

Without --password-from-stdin a password is made and shown this once. The authenticator app is enrolled at the first
sign-in. The database is the one that DATABASE_URL names.`

/** Who acts is somebody with the database's password, not a member of staff. */
const theCommand: audit.AuditActor = { id: null, name: 'create-owner', role: 'system' }

/** Adds an active owner. Throws CommandError when the e-mail or the password will not do, or has an account. */
export async function createOwner(db: Db, given: { email: string; name: string; password: string }): Promise<void> {
  const email = given.email.trim().toLowerCase()
  const name = given.name.trim()
  if (!Check(StaffEmail, email)) throw new CommandError(`${JSON.stringify(email)} is no e-mail address.`)
  if (name === '' || name.length > 100) throw new CommandError('A name has 1 to 100 characters.')
  if (given.password.length < staffPasswordMin || given.password.length > staffPasswordMax) {
    throw new CommandError(`A password has ${staffPasswordMin} to ${staffPasswordMax} characters.`)
  }
  if (await isGuessable(given.password, [email, name])) {
    throw new CommandError('This password is easy to guess; give another, or none and one is made.')
  }
  const passwordHash = await hashPassword(given.password)
  await inTransaction(db, async (tx) => {
    const id = await staffRows.insert(tx, { email, name, role: 'owner', passwordHash })
    if (id === null) throw new CommandError(`${email} has an account already; an owner can reset it in the console.`)
    await audit.record(tx, theCommand, { action: 'staff.owner_created', subject: `staff:${id}`, detail: {} })
  })
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      email: { type: 'string' },
      name: { type: 'string' },
      'password-from-stdin': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  })
  const { email, name } = values
  if (values.help || email === undefined || name === undefined) {
    console.log(usage)
    if (!values.help) process.exitCode = 1
    return
  }
  const isGiven = values['password-from-stdin'] === true
  const password = isGiven
    ? (await text(process.stdin)).replace(/\r?\n$/, '')
    : (toBase32(randomBytes(15)).toLowerCase().match(/.{4}/g) as string[]).join('-')
  const config = readDatabaseConfig()
  const settings = { url: config.databaseUrl, poolSize: 1, tls: databaseTls(config), applicationName: 'create-owner' }
  const { db } = connectDatabase(settings, () => undefined)
  try {
    await createOwner(db, { email, name, password })
  } finally {
    await db.destroy()
  }
  console.log(`create-owner: ${email} may sign in to the console.`)
  if (!isGiven) console.log(`The password, shown this once: ${password}`)
}

if (import.meta.main) await run().catch((error: unknown) => reportFailure('create-owner', error))
