import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

const bootstrap = path.join(import.meta.dirname, 'bootstrap.mjs')

/** Begins as an npm command does, under this Node that says that it is another. */
function beginUnder(version: string) {
  const pretend = `
    Object.defineProperty(process, 'version', { value: 'v${version}' })
    Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`
  const preload = `data:text/javascript,${encodeURIComponent(pretend)}`
  return spawnSync(process.execPath, ['--import', preload, bootstrap, 'scripts/start.ts', '--help'], {
    encoding: 'utf8',
  })
}

for (const version of ['12.22.12', '18.20.4']) {
  test(`Node ${version} is told in one sentence that it is too old`, () => {
    const { status, stdout, stderr } = beginUnder(version)
    assert.deepEqual([status, stdout], [1, ''])
    assert.equal(
      stderr,
      `DhakaCart needs Node 20 or newer to begin with and this is v${version}: install a newer one from nodejs.org or with your version manager, then run the command again.\n`,
    )
  })
}

test('the oldest Node that is good enough hands on to the pinned one', () => {
  const { status, stdout, stderr } = beginUnder('20.0.0')
  assert.deepEqual([status, stderr], [0, ''])
  assert.match(stdout, /--port/)
})

test('it begins with nothing that an old Node cannot read, or that one would only show a syntax error', () => {
  const source = readFileSync(bootstrap, 'utf8')
  // Node 12 knows neither of these; code of functions is indented, so a line that begins with a word is outside of them.
  assert.doesNotMatch(source, /\?\.(?!\d)|\?\?|^\w.*\bawait\b/m)
})

test('commands that begin at once in a fresh clone install once, also when the first of them is killed', async () => {
  const clone = makeClone()
  after(() => rmSync(clone, { recursive: true, force: true }))
  const killed = beginIn(clone)
  await untilThere(path.join(clone, 'installs'))
  const others = [beginIn(clone), beginIn(clone)]
  killed.child.kill('SIGKILL')
  const outputs = await Promise.all(others.map(({ ended }) => ended))
  for (const output of outputs)
    assert.match(output, /Another command installs the packages here.*\n(.*\n)*the command ran/)
  assert.equal(readFileSync(path.join(clone, 'installs'), 'utf8'), 'begun\ndone\n')
  assert.deepEqual(readdirSync(path.join(clone, '.dhakacart')), [])
})

/** A clone without packages, and an npm that takes a while to put them there. */
function makeClone(): string {
  const clone = mkdtempSync(path.join(tmpdir(), 'dhakacart-clone-'))
  mkdirSync(path.join(clone, 'scripts', 'packages'), { recursive: true })
  cpSync(bootstrap, path.join(clone, 'scripts', 'bootstrap.mjs'))
  writeFileSync(path.join(clone, 'scripts', 'packages', 'read-packed.mjs'), '')
  writeFileSync(path.join(clone, 'scripts', 'command.ts'), `console.log('the command ran')`)
  writeFileSync(path.join(clone, 'package-lock.json'), '{"packages":{}}')
  const install = `
    const { appendFileSync, mkdirSync, symlinkSync, writeFileSync } = require('node:fs')
    appendFileSync('installs', 'begun\\n')
    setTimeout(() => {
      mkdirSync('node_modules/node/bin', { recursive: true })
      symlinkSync(process.execPath, 'node_modules/node/bin/node')
      writeFileSync('node_modules/.package-lock.json', '{"packages":{}}')
      appendFileSync('installs', 'done\\n')
    }, 1000)`
  writeFileSync(path.join(clone, 'npm-cli.cjs'), install)
  return clone
}

function beginIn(clone: string) {
  const env = { ...process.env, npm_execpath: path.join(clone, 'npm-cli.cjs'), NODE_OPTIONS: '' }
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'scripts/command.ts'], { cwd: clone, env })
  return { child, ended: Promise.all([text(child.stdout), text(child.stderr)]).then((both) => both.join('')) }
}

async function untilThere(file: string): Promise<void> {
  const deadline = performance.now() + 20_000
  while (!existsSync(file)) {
    assert.ok(performance.now() < deadline, `${file} is not there`)
    await sleep(10)
  }
}
