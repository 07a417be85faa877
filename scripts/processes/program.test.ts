import assert from 'node:assert/strict'
import { execPath } from 'node:process'
import { test } from 'node:test'
import { runOrFail, runProgram } from './program.ts'

test('a program ends as it ends, and is handed what it reads', async () => {
  const echo = ['--eval', 'process.stdin.pipe(process.stdout); process.exitCode = 3']
  assert.deepEqual(await runProgram(execPath, echo, { input: 'hello' }), { code: 3, stdout: 'hello', stderr: '' })
})

test('one that has to succeed says why it did not, in its own last words', async () => {
  const fail = ['--eval', 'console.error("the disk is full"); process.exit(1)']
  await assert.rejects(runOrFail('write', execPath, fail), {
    name: 'PlainFailure',
    message: /^Could not write \(.*\): it ended with code 1\. Its last words:\n {4}the disk is full$/,
  })
  const mixed = [
    '--eval',
    'console.error("the disk is full"); for (let n = 0; n < 9; n++) console.log("done"); process.exit(1)',
  ]
  await assert.rejects(runOrFail('write', execPath, mixed), /Its last words:\n {4}the disk is full$/)
})

test('one that takes too long is ended, and one that is missing is named', async () => {
  const hang = ['--eval', 'setTimeout(() => {}, 60_000)']
  await assert.rejects(runOrFail('wait', execPath, hang, { limitMs: 50 }), /it took longer than 0\.05 s/)
  await assert.rejects(runProgram('no-such-program', []), {
    name: 'PlainFailure',
    message: /^no-such-program is not on this machine/,
  })
})
