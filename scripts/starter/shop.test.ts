import assert from 'node:assert/strict'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { isRunning } from '../processes/identity.ts'
import { findFreePort } from '../processes/ports.ts'
import { sendAdditions } from '../testing/cart-additions.ts'
import {
  type RunningShop,
  sendVisitors,
  spawnShop,
  spawnShopBeside,
  startShop,
  statusOf,
  until,
  untilHealed,
} from '../testing/running-shop.ts'
import { readProcessFile } from './process-file.ts'
import { readRelease, readVersion } from './release.ts'

// One shop for the whole file, because its first start takes seconds; each test leaves it running and healthy.
const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-starter-'))
const dataFolder = path.join(folder, 'data')
// Where the starter runs, from which it names the folder of its logs.
const root = path.resolve(import.meta.dirname, '..', '..')
const API_PATH = '/api/catalogue/categories'
let shop: RunningShop
let port: number

before(async () => {
  port = await findFreePort()
  shop = await startShop(dataFolder, '--port', String(port))
})

after(async () => {
  shop.starter.kill('SIGTERM')
  await shop.exited
  rmSync(folder, { recursive: true, force: true })
})

test('one origin answers pages and api, under localhost and 127.0.0.1', async () => {
  for (const host of ['localhost', '127.0.0.1']) {
    assert.equal(await statusOf(`http://${host}:${port}/en`), 200)
    assert.equal(await statusOf(`http://${host}:${port}${API_PATH}`), 200)
  }
})

test('what is printed is true: the version, every address, the folder of the logs', async () => {
  assert.match(shop.output(), new RegExp(`^DhakaCart ${readVersion()} \\(${readRelease()}\\)\n`))
  const printed = [...shop.output().matchAll(/^ {2}(\w+) +(http:\S+)/gm)].map(([, name = '', address = '']) => ({
    name,
    address,
  }))
  assert.deepEqual(
    printed.map(({ name }) => name),
    ['Shop', 'Console', 'Mails', 'API', 'Payers'],
  )
  for (const { name, address } of printed) assert.equal((await fetch(address)).status, 200, name)
  const [, logFolder = ''] = /^ {2}Logs +(\S+)/m.exec(shop.output()) ?? []
  for (const name of ['api', 'worker', 'storefront', 'postgres']) {
    assert.ok(existsSync(path.resolve(root, logFolder, `${name}.log`)), name)
  }
  const { nodeVersion, postgresVersion, release } = shop.list()
  assert.deepEqual([nodeVersion, release], [process.version, readRelease()])
  assert.match(postgresVersion ?? '', /^17\.\d+$/)
})

test('the process file names every process, each with health and metrics on a port of its own', async () => {
  const { state, origin, processes } = shop.list()
  assert.deepEqual([state, origin], ['ready', `http://localhost:${port}`])
  const kinds = processes.map(({ kind }) => kind).sort()
  assert.deepEqual(kinds, ['api', 'postgres', 'simulator', 'storefront', 'storefront', 'worker'])
  const healthPorts = processes.map(({ healthPort }) => healthPort).filter((one) => one !== null)
  assert.equal(new Set(healthPorts).size, 5)
  for (const healthPort of healthPorts) {
    for (const page of ['livez', 'readyz', 'metrics']) {
      assert.equal(await statusOf(`http://127.0.0.1:${healthPort}/${page}`), 200, page)
    }
  }
  for (const page of ['livez', 'readyz', 'metrics'])
    assert.notEqual(await statusOf(`http://localhost:${port}/${page}`), 200)
})

test('a second starter of the same folder is told where the first one is', async () => {
  const second = spawnShop(dataFolder, '--port', String(await findFreePort()))
  assert.equal(await second.exited, 'code 1')
  assert.match(second.output(), new RegExp(`already running at http://localhost:${port} \\(pid ${shop.starter.pid}\\)`))
  assert.equal(readProcessFile(dataFolder)?.starter.pid, shop.starter.pid)
})

test('a taken port is refused in one sentence that says by whom', async (t) => {
  const other = createServer().listen(0, '127.0.0.1')
  t.after(() => other.close())
  await once(other, 'listening')
  const { port: taken } = other.address() as { port: number }
  const refused = spawnShop(path.join(folder, 'other'), '--port', String(taken))
  assert.equal(await refused.exited, 'code 1')
  assert.match(refused.output(), new RegExp(`Port ${taken} is taken by .*pid ${process.pid}.*--port`))
  assert.doesNotMatch(refused.output(), /\n\s+at /)
})

test('a full disk is told in one sentence, before anything is written', async () => {
  const full = `import fs from 'node:fs'; import { syncBuiltinESMExports } from 'node:module'
    const real = fs.statfsSync
    fs.statfsSync = (...of) => ({ ...real(...of), bavail: 7 * 256, bsize: 4096 }); syncBuiltinESMExports()`
  const preload = ['--import', `data:text/javascript,${encodeURIComponent(full)}`]
  const other = path.join(folder, 'full')
  const refused = spawnShopBeside(preload, other, '--port', String(await findFreePort()))
  assert.equal(await refused.exited, 'code 1')
  const sentences = refused
    .output()
    .split('\n')
    .filter((line) => line !== '' && !/^DhakaCart |^ {2}✓ /.test(line))
  const place = path.join(other, 'postgres')
  assert.deepEqual(sentences, [
    `The disk is full: ${place} has 7 MB left and the database needs 800 MB; free some space.`,
  ])
  assert.equal(existsSync(path.join(place, 'data')), false)
})

for (const kind of ['api', 'worker', 'storefront', 'simulator', 'postgres']) {
  test(`${kind} killed with kill -9 is replaced`, async () => {
    const dead = shop.find(kind)
    process.kill(dead.pid, 'SIGKILL')
    await untilHealed(shop, dead)
    await until('pages are served', 30_000, async () => (await statusOf(`http://localhost:${port}/en`)) === 200)
    await until(
      'the api is served',
      30_000,
      async () => (await statusOf(`http://localhost:${port}${API_PATH}`)) === 200,
    )
  })
}

test('while the only api is dead, its callers wait in the queue of its socket instead of being refused', async () => {
  const dead = shop.find('api')
  process.kill(dead.pid, 'SIGKILL')
  await until('the api has ended', 5_000, () => !isRunning(dead))
  assert.equal(await statusOf(`http://127.0.0.1:${dead.port}${API_PATH}`, 60_000), 200)
  await untilHealed(shop, dead)
})

test('SIGHUP replaces every process, fails no visitor, however slow, and loses nothing that anybody sends', async () => {
  const before = shop.list().processes.filter(({ healthPort }) => healthPort !== null)
  const visitors = [sendVisitors(port, '/en'), sendVisitors(port, API_PATH)]
  const shoppers = await sendAdditions(`http://localhost:${port}`)
  const replaced = () => shop.output().split('Every process is replaced').length
  const soFar = replaced()
  shop.starter.kill('SIGHUP')
  const stopAll = () => Promise.all([...visitors, shoppers].map((one) => one.stop()))
  // Whoever goes on visiting keeps this file from ending.
  await until('every process is replaced', 120_000, () => replaced() > soFar).catch(async (late) => {
    await stopAll()
    throw late
  })
  const counts = await stopAll()
  assert.deepEqual(
    counts.flatMap(({ failures }) => failures),
    [],
  )
  assert.ok(counts.every(({ answered }) => answered > 20))
  const now = new Set(shop.list().processes.map(({ pid }) => pid))
  assert.deepEqual(
    before.filter(({ pid }) => now.has(pid)),
    [],
  )
})

test('a starter killed with kill -9 takes its processes along, and the next start finds everything in order', async () => {
  const left = shop.list().processes
  shop.starter.kill('SIGKILL')
  await shop.exited
  for (const one of left.filter(({ kind }) => kind !== 'postgres')) {
    await until(`${one.kind} ${one.slot} has ended`, 10_000, () => !isRunning(one))
  }
  shop = await startShop(dataFolder, '--port', String(port))
  assert.equal(await statusOf(`http://localhost:${port}/en`), 200)
  const database = left.find(({ kind }) => kind === 'postgres')
  assert.ok(database !== undefined && !isRunning(database), 'the old server was stopped before a new one began')
})

test('Ctrl-C stops everything and leaves nothing', async () => {
  const { processes } = shop.list()
  shop.pressCtrlC()
  assert.equal(await shop.exited, 'code 0')
  assert.deepEqual(processes.filter(isRunning), [])
  assert.equal(readProcessFile(dataFolder), null)
  shop = await startShop(dataFolder, '--port', String(port))
})
