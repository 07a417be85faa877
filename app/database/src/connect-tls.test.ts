import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { readConfig } from '@dhakacart/service-kit/config.ts'
import { makeAuthority, makeCertificate } from '@dhakacart/service-kit/testing/certificates.ts'
import { sql } from 'kysely'
import { databaseKeys, databaseTls } from './config.ts'
import { connectDatabase } from './connect.ts'
import { migrate } from './migrate.ts'
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts'
import { startTlsFront, type TlsFront } from './testing/tls-front.ts'

const authority = makeAuthority('The authority of this test')
const stranger = makeAuthority('Another authority')

let folder: string
let database: TestDatabase
let front: TlsFront
let misnamed: TlsFront
before(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-tls-'))
  database = await createTestDatabase()
  front = await startTlsFront(database.url, makeCertificate(authority, 'localhost'))
  misnamed = await startTlsFront(database.url, makeCertificate(authority, 'database.example'))
})
after(async () => {
  await front.close()
  await misnamed.close()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

/** The settings as a process reads them: the authority's certificate lies in a file, as orchestrators mount secrets. */
function readSettings(url: string, ca: string | null) {
  const file = path.join(folder, 'ca.pem')
  if (ca !== null) writeFileSync(file, ca)
  const config = readConfig(databaseKeys, { DATABASE_URL: url, ...(ca !== null && { DATABASE_TLS_CA_FILE: file }) })
  return { url: config.databaseUrl, tls: databaseTls(config) }
}

async function ask(url: string, ca: string | null): Promise<unknown> {
  const settings = { ...readSettings(url, ca), poolSize: 1, applicationName: 'a test of TLS' }
  const { db, pool } = connectDatabase(settings, () => undefined)
  try {
    return (await sql<{ answer: number }>`select 42 as answer`.execute(db)).rows[0]?.answer
  } finally {
    await pool.end()
  }
}

test('the pool speaks TLS to a server whose certificate its authority signed for this name, and runs our statements', async () => {
  const before = front.sessions()
  assert.equal(await ask(front.url, authority.certificate), 42)
  assert.equal(front.sessions(), before + 1)
})

test('a certificate of another authority is refused before anything is said', async () => {
  await assert.rejects(ask(front.url, stranger.certificate), /certificate/)
})

test('a certificate for another name is refused', async () => {
  await assert.rejects(ask(misnamed.url, authority.certificate), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' })
})

test('without TLS it does not fall through to plain text, nor with TLS where the server has none', async () => {
  await assert.rejects(ask(front.url, null))
  await assert.rejects(ask(database.url, authority.certificate), /does not support SSL/)
})

test('what the address says of TLS does not weaken, and does not break, what the keys demand', async () => {
  for (const mode of ['disable', 'no-verify', 'require', 'prefer']) {
    const url = (of: TlsFront) => `${of.url}?sslmode=${mode}`
    await assert.rejects(ask(url(front), stranger.certificate), /certificate/, mode)
    assert.equal(await ask(url(front), authority.certificate), 42, mode)
  }
})

test('the migrate command demands the same', async () => {
  const through = (ca: string) => {
    const { url, tls } = readSettings(`${front.url}?sslmode=no-verify`, ca)
    return migrate(url, () => undefined, { tls })
  }
  await assert.rejects(through(stranger.certificate), /certificate/)
  await through(authority.certificate)
})
