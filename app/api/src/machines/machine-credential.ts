import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { databaseTls, readDatabaseConfig } from '@dhakacart/database/config.ts'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { createCredential, revokeCredential } from './machines.service.ts'

const usage = `node app/api/src/machines/machine-credential.ts --name NAME [--revoke]
  Makes a credential that may read /api/machine/orders and prints its token, once: it is kept nowhere. The same name again
  gets a new token. With --revoke the name opens nothing any more. DATABASE_URL names the database.`

async function run(): Promise<number> {
  const { values } = parseArgs({ options: { name: { type: 'string' }, revoke: { type: 'boolean', default: false } } })
  if (values.name === undefined || !/^[a-z][a-z0-9-]{2,59}$/.test(values.name)) {
    process.stderr.write(`${usage}\n  NAME has 3 to 60 small letters, digits and dashes.\n`)
    return 2
  }
  const config = readDatabaseConfig()
  const settings = {
    url: config.databaseUrl,
    poolSize: 1,
    tls: databaseTls(config),
    applicationName: 'machine-credential',
  }
  const { db, pool } = connectDatabase(settings, () => undefined)
  try {
    if (!values.revoke) {
      process.stdout.write(`${await createCredential({ db, randomBytes }, values.name, 'orders.export')}\n`)
      return 0
    }
    const isKnown = await revokeCredential(db, values.name)
    if (!isKnown) process.stderr.write(`There is no credential named ${values.name}.\n`)
    return isKnown ? 0 : 1
  } finally {
    await pool.end()
  }
}

process.exitCode = await run()
