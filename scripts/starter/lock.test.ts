import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, beforeEach, test } from 'node:test'
import { identify } from '../processes/identity.ts'
import { takeLock } from './lock.ts'

let folder: string
const folders: string[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-lock-'))
  folders.push(folder)
})
after(() => {
  for (const one of folders) rmSync(one, { recursive: true, force: true })
})

const lockFile = () => path.join(folder, 'starter.lock')

test('the lock is there while it is held, and nothing is left after', async () => {
  const giveUp = await takeLock(folder)
  assert.ok(existsSync(lockFile()))
  giveUp()
  assert.deepEqual(readdirSync(folder), [])
})

test('a running holder is respected', async () => {
  const other = spawn('sleep', ['60'])
  await once(other, 'spawn')
  writeFileSync(lockFile(), JSON.stringify(identify(other.pid as number)))
  await assert.rejects(takeLock(folder), /already running .*pid/)
  other.kill()
  await once(other, 'exit')
})

test('the lock of a dead starter, or of one whose number somebody else has now, is taken over', async () => {
  for (const holder of ['{"pid":1,"startTime":"never"}', '{"pid":4194304,"startTime":"1"}', 'half a fi', '']) {
    writeFileSync(lockFile(), holder)
    const giveUp = await takeLock(folder)
    giveUp()
  }
  assert.deepEqual(readdirSync(folder), [])
})
