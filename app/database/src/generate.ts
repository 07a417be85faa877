import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generate, getDialect } from 'kysely-codegen'
import pg from 'pg'
import { readDatabaseConfig } from './config.ts'
import { describeSchema } from './describe-schema.ts'
import { migrate } from './migrate.ts'

type GeneratedFile = { path: string; text: string }

const schemaPath = fileURLToPath(new URL('../schema.sql', import.meta.url))
const typesPath = fileURLToPath(new URL('schema.types.ts', import.meta.url))

/** What schema.sql and schema.types.ts must say for the schema of the migrated database at `url`. */
export async function generateSchemaFiles(url: string): Promise<GeneratedFile[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const sql = await describeSchema(client)
    return [
      { path: schemaPath, text: sql },
      { path: typesPath, text: await generateTypes(url) },
    ]
  } finally {
    await client.end()
  }
}

async function generateTypes(url: string): Promise<string> {
  const dialect = getDialect('postgres')
  const db = await dialect.introspector.connect({ connectionString: url, dialect })
  try {
    // Every bigint of ours is read as a plain number, see connect.ts.
    return await generate({ db, dialect, camelCase: true, typeMapping: { int8: 'number' }, outFile: null })
  } finally {
    await db.destroy()
  }
}

/** Runs `work` with a database of its own on the server of `url`, dropped afterwards. */
async function withFreshDatabase(url: string, work: (url: string) => Promise<void>): Promise<void> {
  const name = `schema_${randomBytes(8).toString('hex')}`
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name} template template0`)
    await work(fresh.href)
  } finally {
    await client.query(`drop database if exists ${name} with (force)`)
    await client.end()
  }
}

if (import.meta.main) {
  const { databaseUrl } = readDatabaseConfig()
  await withFreshDatabase(databaseUrl, async (url) => {
    await migrate(url, () => undefined)
    for (const { path, text } of await generateSchemaFiles(url)) {
      const isNew = readFileSync(path, { encoding: 'utf8', flag: 'a+' }) !== text
      writeFileSync(path, text)
      console.log(`${isNew ? 'written' : 'unchanged'}: ${path}`)
    }
  })
}
