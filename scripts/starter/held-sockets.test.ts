import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { openLogFile } from '../processes/log-file.ts'
import { findFreePort } from '../processes/ports.ts'
import { HeldSockets } from './held-sockets.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-sockets-'))
const log = openLogFile(path.join(folder, 'starter.log'))
after(() => {
  log.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a stop that comes while ports are being taken leaves none of them taken', async () => {
  const port = await findFreePort()
  const sockets = new HeldSockets()
  const opening = sockets.open([port], log)
  sockets.close()
  await opening
  assert.throws(() => sockets.descriptorOf(port), /is not held/)
})
