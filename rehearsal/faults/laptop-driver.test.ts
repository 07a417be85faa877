import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { test } from 'node:test'
import { LaptopDriver } from './laptop-driver.ts'

/** One letter, as the kernel has it: T is stopped. */
const stateOf = (pid: number) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]

test('the cache is frozen for a while and goes on, also when the rehearsal ends in between; killed, it is gone', async (context) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-driver-'))
  context.after(() => rmSync(folder, { recursive: true }))
  const cache = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)'], { stdio: 'ignore' })
  context.after(() => cache.kill('SIGKILL'))
  const list = (kinds: string[]) =>
    writeFileSync(
      path.join(folder, 'processes.json'),
      JSON.stringify({ processes: kinds.map((kind) => ({ kind, slot: 1, pid: cache.pid, state: 'ready' })) }),
    )
  list(['api'])
  assert.ok(!new LaptopDriver(folder, null).can.some((name) => name.startsWith('cache')), 'without one it is no fault')
  list(['cache'])
  const driver = new LaptopDriver(folder, null, 50)
  assert.ok(driver.can.includes('cache-killed') && driver.can.includes('cache-frozen'))
  const pid = cache.pid ?? 0
  await driver.inject('cache-frozen')
  if (process.platform === 'linux') assert.notEqual(stateOf(pid), 'T')
  const long = new LaptopDriver(folder, null, 60_000)
  void long.inject('cache-frozen')
  if (process.platform === 'linux') while (stateOf(pid) !== 'T') await new Promise((again) => setImmediate(again))
  await long.restore()
  if (process.platform === 'linux') assert.notEqual(stateOf(pid), 'T')
  await long.restore()
  const gone = once(cache, 'exit')
  await driver.inject('cache-killed')
  assert.deepEqual(await gone, [null, 'SIGKILL'])
})
