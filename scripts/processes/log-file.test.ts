import assert from 'node:assert/strict'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { limitSize, openLogFile } from './log-file.ts'

const MIB = 1024 * 1024
const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-log-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A log of so many MiB and how its rotation went, oldest first. */
function makeLog(name: string, mib: number) {
  const file = path.join(folder, name)
  const descriptor = openSync(file, 'a+')
  for (let index = 0; index < mib; index += 1) writeSync(descriptor, `${String(index).padEnd(MIB - 1, '.')}\n`)
  const heard: (string | undefined)[] = []
  const rotate = () => limitSize(file, descriptor, (error) => heard.push((error as NodeJS.ErrnoException | null)?.code))
  return { file, descriptor, heard, rotate, size: () => statSync(file).size }
}

test('a log is left alone up to 20 MiB, and set aside as a whole beyond', () => {
  const log = makeLog('long.log', 20)
  log.rotate()
  assert.deepEqual([log.size(), log.heard], [20 * MIB, []])
  writeSync(log.descriptor, 'one line more\n')
  log.rotate()
  assert.deepEqual([log.size(), log.heard], [0, [undefined]])
  const aside = readFileSync(`${log.file}.1`, 'utf8')
  assert.ok(aside.startsWith('0.') && aside.endsWith('\none line more\n'))
  writeSync(log.descriptor, 'the next line\n')
  assert.equal(readFileSync(log.file, 'utf8'), 'the next line\n')
  closeSync(log.descriptor)
})

test('where its copy has no room a log waits with all its lines, and is set aside once there is room', () => {
  const log = makeLog('full.log', 21)
  // A disk without room, for whoever writes a copy.
  symlinkSync('/dev/full', `${log.file}.1`)
  log.rotate()
  assert.deepEqual([log.size(), log.heard, existsSync(`${log.file}.1`)], [21 * MIB, ['ENOSPC'], false])
  log.rotate()
  assert.deepEqual([log.size(), log.heard], [0, ['ENOSPC', undefined]])
  assert.equal(statSync(`${log.file}.1`).size, 21 * MIB)
  closeSync(log.descriptor)
})

test('beyond 40 MiB its room is worth more than what it says', () => {
  const log = makeLog('longest.log', 41)
  symlinkSync('/dev/full', `${log.file}.1`)
  log.rotate()
  assert.deepEqual([log.size(), log.heard, existsSync(`${log.file}.1`)], [0, ['ENOSPC'], false])
  closeSync(log.descriptor)
})

test('the last lines since a mark are told, also when the log was emptied meanwhile', () => {
  const log = openLogFile(path.join(folder, 'tail.log'))
  writeSync(log.descriptor, 'one\ntwo\n')
  const mark = log.size()
  writeSync(log.descriptor, 'three\nfour\nfive\n')
  assert.deepEqual(
    [log.tail(2, mark), log.tail(9, mark)],
    [
      ['four', 'five'],
      ['three', 'four', 'five'],
    ],
  )
  assert.deepEqual(log.tail(1, mark + 1_000), ['five'])
  log.close()
})
