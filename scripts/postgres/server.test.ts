import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { onServer } from '@dhakacart/database/testing/test-database.ts'
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
