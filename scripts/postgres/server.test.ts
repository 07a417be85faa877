import assert from 'node:assert/strict'
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { databaseKeys, databaseTls } from '@dhakacart/database/config.ts'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { onServer } from '@dhakacart/database/testing/test-database.ts'
import { readConfig } from '@dhakacart/service-kit/config.ts'
import { type Certified, makeAuthority, makeCertificate } from '@dhakacart/service-kit/testing/certificates.ts'
import { sql } from 'kysely'
import { identify, isRunning } from '../processes/identity.ts'
import { type LogFile, openLogFile } from '../processes/log-file.ts'
import { type PostgresServer, startPostgres } from './server.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-postgres-'))
const data = path.join(folder, 'postgres', 'data')
let log: LogFile
let server: PostgresServer

const start = () => startPostgres({ folder: path.join(folder, 'postgres'), log, databases: ['shop'], isDurable: true })
const ask = async (text: string) => onServer(server.urlOf('shop'), async (client) => (await client.query(text)).rows[0])

before(async () => {
  log = openLogFile(path.join(folder, 'postgres.log'))
  server = await start()
})
after(async () => {
  await server.stop()
  log.close()
  rmSync(folder, { recursive: true, force: true })
})

test('it is version 17, durable, in UTC and UTF-8, and the role of the shop is no superuser', async () => {
  const row = await ask(`select current_setting('server_version_num')::int / 10000 as major,
    current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('TimeZone') as zone,
    (select rolsuper from pg_roles where rolname = current_user) as super,
    (select datcollate || ' ' || pg_encoding_to_char(encoding) || ' ' || datlocprovider::text
     from pg_database where datname = 'shop') as text`)
  assert.deepEqual(row, { major: 17, fsync: 'on', commit: 'on', zone: 'UTC', super: false, text: 'C.UTF-8 UTF8 b' })
})

test('it listens on the loopback address alone, and asks for a password there', async () => {
  // Lines 5 and 6 of its pid file: the folder of its Unix socket, and the first address it listens on.
  const [socketFolder, address] = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n').slice(4, 6)
  assert.deepEqual([socketFolder, address], ['', '127.0.0.1'])
  const url = new URL(server.urlOf('shop'))
  url.password = 'wrong'
  await assert.rejects(
    onServer(url.href, async () => {}),
    /password authentication failed/,
  )
  assert.equal(statSync(path.join(folder, 'postgres', 'passwords.json')).mode & 0o077, 0)
})

test('what was committed is there after a stop, on the same port', async () => {
  await ask('create table kept (id int)')
  const { port } = server
  await server.stop()
  server = await start()
  assert.equal(server.port, port)
  assert.deepEqual(await ask('select count(*)::int as rows from kept'), { rows: 0 })
})

test('killed with kill -9, it starts again at once, and its orphans do not stop it', async () => {
  const { pid } = server
  process.kill(pid, 'SIGKILL')
  assert.equal(await server.exited, 'SIGKILL')
  server = await start()
  assert.deepEqual(await ask('select count(*)::int as rows from kept'), { rows: 0 })
})

test('a server that somebody left running is stopped before another one begins', async () => {
  const left = identify(server.pid)
  assert.ok(left !== null)
  server = await start()
  assert.equal(isRunning(left), false)
  assert.notEqual(server.pid, left.pid)
})

test('a pid file that names a stranger does not stop the start, and the stranger lives on', async () => {
  await server.stop()
  const lines = readFileSync(path.join(folder, 'postgres', 'port'), 'utf8')
  writeFileSync(path.join(data, 'postmaster.pid'), `${process.pid}\n${data}\n0\n${lines}`)
  server = await start()
  assert.deepEqual(await ask('select 1 as one'), { one: 1 })
})

/** What a process with these files for keys reads of who it is, as the server sees it. */
async function askWith(files: Record<string, string>): Promise<unknown> {
  const url = new URL(server.urlOf('shop'))
  url.hostname = 'localhost'
  const given = Object.entries(files).map(([key, text]) => {
    const file = path.join(folder, `${key.toLowerCase()}.pem`)
    writeFileSync(file, text)
    return [key, file]
  })
  const config = readConfig(databaseKeys, { ...Object.fromEntries(given), DATABASE_URL: url.href })
  const settings = { url: config.databaseUrl, tls: databaseTls(config), poolSize: 1, applicationName: 'a test' }
  const { db, pool } = connectDatabase(settings, () => undefined)
  try {
    const { rows } = await sql`select ssl, client_dn from pg_stat_ssl where pid = pg_backend_pid()`.execute(db)
    return rows[0]
  } finally {
    await pool.end()
  }
}

/** Writes a file that PostgreSQL reads, as the user that it runs as. */
function writeForServer(name: string, text: string): void {
  const file = path.join(data, name)
  const { uid, gid } = statSync(data)
  writeFileSync(file, text, { mode: 0o600 })
  chmodSync(file, 0o600)
  chownSync(file, uid, gid)
}

test('where the server wants to know its clients by certificate, the configuration has ours, and nobody else comes in', async () => {
  const authority = makeAuthority('The authority of this test')
  const host = makeCertificate(authority, 'localhost')
  const saved = ['pg_hba.conf', 'postgresql.auto.conf'].map((name) => [
    name,
    readFileSync(path.join(data, name), 'utf8'),
  ])
  await server.stop()
  writeForServer('server.pem', host.certificate)
  writeForServer('server-key.pem', host.key)
  writeForServer('authority.pem', authority.certificate)
  const settings = {
    ssl: 'on',
    ssl_cert_file: 'server.pem',
    ssl_key_file: 'server-key.pem',
    ssl_ca_file: 'authority.pem',
  }
  writeForServer(
    'postgresql.auto.conf',
    Object.entries(settings)
      .map(([key, value]) => `${key} = '${value}'\n`)
      .join(''),
  )
  writeForServer('pg_hba.conf', 'hostssl all all 127.0.0.1/32 scram-sha-256 clientcert=verify-full\n')
  server = await start()
  try {
    const filesOf = ({ certificate, key }: Certified) => ({
      DATABASE_TLS_CA_FILE: authority.certificate,
      DATABASE_TLS_CERT_FILE: certificate,
      DATABASE_TLS_KEY_FILE: key,
    })
    const ours = filesOf(makeCertificate(authority, 'dhakacart'))
    assert.deepEqual(await askWith(ours), { ssl: true, clientDn: '/CN=dhakacart' })
    const { DATABASE_TLS_CA_FILE: ca } = ours
    await assert.rejects(askWith({ DATABASE_TLS_CA_FILE: ca }), /requires a valid client certificate/)
    await assert.rejects(askWith(filesOf(makeCertificate(authority, 'somebody'))), /authentication failed/)
    const forged = makeCertificate(makeAuthority('The authority of this test'), 'dhakacart')
    await assert.rejects(askWith(filesOf(forged)))
    await assert.rejects(askWith({}), /no encryption|pg_hba/)
  } finally {
    await server.stop()
    for (const [name = '', text = ''] of saved) writeForServer(name, text)
    server = await start()
  }
})

for (const [damage, sentence, harm] of [
  ['no PG_VERSION', /data folder is broken, PG_VERSION is missing/, () => rmSync(path.join(data, 'PG_VERSION'))],
  [
    'another major version',
    /made by PostgreSQL 16 and this is 17/,
    () => writeFileSync(path.join(data, 'PG_VERSION'), '16\n'),
  ],
  [
    'an empty pg_control',
    /data folder is broken \(.*pg_control/,
    () => writeFileSync(path.join(data, 'global/pg_control'), ''),
  ],
  [
    'one wrong byte in pg_control',
    /data folder is broken \(incorrect checksum.*restore .*, or delete it/,
    () => {
      const file = path.join(data, 'global/pg_control')
      const bytes = readFileSync(file)
      bytes[0] = (bytes[0] ?? 0) ^ 1
      writeFileSync(file, bytes)
    },
  ],
] as const) {
  test(`a data folder with ${damage} is refused in one sentence, and left as it is`, async () => {
    await server.stop()
    const files = ['PG_VERSION', 'global/pg_control'].map((name) => path.join(data, name))
    const saved = files.map((file) => readFileSync(file))
    harm()
    try {
      await assert.rejects(start(), { name: 'PlainFailure', message: sentence })
    } finally {
      for (const [index, file] of files.entries()) writeFileSync(file, saved[index] as Buffer)
      server = await start()
    }
    assert.deepEqual(await ask('select count(*)::int as rows from kept'), { rows: 0 })
  })
}
