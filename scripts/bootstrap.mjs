// Every npm command begins here, under whichever Node the reader happens to have. It must stay plain enough for a
// very old Node to parse, because its first duty is to say that the Node is too old.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'

const OLDEST_NODE = 20
const PARENT_CHECK_MS = 250
// Longer than any install takes: a number of a process that was given to another one makes nobody wait for ever.
const INSTALL_LIMIT_MS = 600000
const INSTALL_CHECK_MS = 250
const LIBATOMIC_REMEDY =
  'pinned Node needs the library libatomic.so.1: install it with apt-get install libatomic1 (Fedora: dnf install libatomic).'
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const pinnedNode = path.join(root, 'node_modules', 'node', 'bin', 'node')
// Names the process that installs; npm empties node_modules first, so there can be only one.
const installing = path.join(root, '.dhakacart', 'installing')

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function refuseOldNode() {
  const major = Number(process.versions.node.split('.')[0])
  if (major >= OLDEST_NODE) return
  fail(
    'DhakaCart needs Node ' +
      OLDEST_NODE +
      ' or newer to begin with and this is ' +
      process.version +
      ': install a newer one from nodejs.org or with your version manager, then run the command again.',
  )
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** npm writes what it installed into node_modules/.package-lock.json as its last act, so a half-done install differs. */
function isInstalled() {
  if (!existsSync(pinnedNode)) return false
  const wanted = readJson(path.join(root, 'package-lock.json'))
  const installed = readJson(path.join(root, 'node_modules', '.package-lock.json'))
  if (wanted === null) fail('package-lock.json is missing or not JSON: restore it with git checkout package-lock.json.')
  if (installed === null) return false
  for (const [location, entry] of Object.entries(wanted.packages)) {
    if (location === '' || !location.includes('node_modules/')) continue
    const present = installed.packages[location]
    // An optional package is one for another operating system, or it is there and has to match.
    if (present === undefined && entry.optional === true) continue
    if (present === undefined) return false
    if (present.version !== entry.version || present.integrity !== entry.integrity) return false
    if (present.link !== entry.link || present.resolved !== entry.resolved) return false
  }
  return true
}

function npmCommand() {
  const npmScript = process.env.npm_execpath
  if (npmScript !== undefined && /npm-cli\.c?js$/.test(npmScript)) return [process.execPath, npmScript]
  return ['npm']
}

function explainInstallFailure(output) {
  // Install scripts of packages already run under the pinned Node.
  if (/libatomic/.test(output)) return `the ${LIBATOMIC_REMEDY}`
  if (/ENOSPC/.test(output)) return 'the disk is full; free about 1 GB and run the command again.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|ENOTCACHED/.test(output)) {
    return 'the package registry cannot be reached; check the network or npm proxy settings and run the command again.'
  }
  if (/EACCES|EPERM/.test(output)) return 'node_modules cannot be written; give this folder back to your own user.'
  if (/EUSAGE|not in sync/.test(output)) return 'package.json and package-lock.json disagree; run npm install once.'
  return `npm said:\n${output.trim().split('\n').slice(-15).join('\n')}`
}

function nameInstaller(pid, put) {
  const unfinished = `${installing}.${process.pid}`
  writeFileSync(unfinished, `${pid}\n`)
  put(unfinished, installing)
}

function isSomebodyInstalling() {
  try {
    if (Date.now() - statSync(installing).mtimeMs > INSTALL_LIMIT_MS) return false
    process.kill(Number(readFileSync(installing, 'utf8')), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function removeQuietly(file) {
  try {
    unlinkSync(file)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/** False while another command installs here. A folder that cannot be written is explained by the install itself. */
function isMyTurnToInstall() {
  try {
    mkdirSync(path.dirname(installing), { recursive: true })
    if (existsSync(installing) && !isSomebodyInstalling()) removeQuietly(installing)
    nameInstaller(process.pid, linkSync)
    return true
  } catch (error) {
    return error.code !== 'EEXIST'
  } finally {
    removeQuietly(`${installing}.${process.pid}`)
  }
}

async function installOnce() {
  for (let waits = 0; !isMyTurnToInstall(); waits += 1) {
    if (waits === 0) process.stdout.write('Another command installs the packages here; waiting for its end …\n')
    await new Promise((resolve) => setTimeout(resolve, INSTALL_CHECK_MS))
  }
  if (!isInstalled()) await install()
  removeQuietly(installing)
}

function install() {
  const startedAt = Date.now()
  const [command, ...before] = npmCommand()
  // esbuild and the type checker are development packages that the laptop shop is built with.
  const options = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--prefer-offline']
  process.stdout.write('Installing packages (once, and again when package-lock.json changes) …\n')
  return new Promise((resolve) => {
    const npm = spawn(command, [...before, ...options, '--loglevel=error'], { cwd: root })
    // Killed with kill -9, this process would leave it behind, and the next start has to wait for it.
    if (npm.pid !== undefined && existsSync(installing)) nameInstaller(npm.pid, renameSync)
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-20000)
    }
    npm.stdout.on('data', keep)
    npm.stderr.on('data', keep)
    const seconds = () => Math.round((Date.now() - startedAt) / 1000)
    const progress = setInterval(() => process.stdout.write(`  still installing, ${seconds()} s\n`), 10000)
    npm.on('error', (error) => fail(`npm cannot be started (${error.message}): install npm 10 or newer.`))
    npm.on('close', (code) => {
      clearInterval(progress)
      if (code !== 0) removeQuietly(installing)
      if (code !== 0) fail(`Packages could not be installed: ${explainInstallFailure(output)}`)
      process.stdout.write(`  packages installed in ${seconds()} s\n`)
      resolve()
    })
  })
}

function explainPinnedNode() {
  const trial = spawnSync(pinnedNode, ['--version'], { encoding: 'utf8' })
  if (trial.status === 0) return null
  const said = trial.error === undefined ? trial.stderr : trial.error.message
  if (/libatomic/.test(said)) {
    return `The ${LIBATOMIC_REMEDY}`
  }
  if (/ENOENT|GLIBC|not found/.test(said)) {
    return 'The pinned Node does not run on this system, which lacks a new enough GNU C library (Alpine and other musl systems cannot run it).'
  }
  return `The pinned Node at node_modules/node/bin/node does not run: ${said.trim()}`
}

/** The parent is npm or a shell; once it is gone nobody is left to press Ctrl-C, so the command ends as well. */
function endWithParent(child) {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event === undefined) return
  setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM')
  }, PARENT_CHECK_MS).unref()
}

/** Packages of hundreds of files are read from a few; what a person's shell says stays. */
function withPackedPackages(options) {
  const preload = `--import=${pathToFileURL(path.join(root, 'scripts', 'packages', 'read-packed.mjs'))}`
  if (!options) return preload
  // Within a command of ours, whose own commands begin here as well.
  return options.includes(preload) ? options : `${options} ${preload}`
}

function run(script, args) {
  // Its own process group: a terminal sends Ctrl-C to every process of the foreground group at once, and the shop has
  // to stop its processes in order. The channel tells the command when this process is killed.
  const child = spawn(pinnedNode, [path.join(root, script), ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      DHAKACART_STARTED_BY: process.version,
      // Types are stripped and code is compiled once per change instead of at every start: the api is ready in half the time.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE || path.join(root, 'node_modules', '.cache', 'node'),
      NODE_OPTIONS: withPackedPackages(process.env.NODE_OPTIONS),
    },
  })
  const pass = (signal) => process.on(signal, () => child.kill(signal))
  pass('SIGINT')
  pass('SIGTERM')
  // A hang-up means "replace your processes" to the shop, but a closed terminal means "stop".
  process.on('SIGHUP', () => child.kill(process.stdin.isTTY ? 'SIGTERM' : 'SIGHUP'))
  endWithParent(child)
  child.on('error', (error) => fail(explainPinnedNode() || `The pinned Node does not start: ${error.message}`))
  child.on('exit', (code, signal) => {
    if (code === 127) fail(explainPinnedNode() || 'The command ended with code 127.')
    process.exit(signal === null ? code : 128 + (signal === 'SIGKILL' ? 9 : 15))
  })
}

refuseOldNode()
const [script, ...args] = process.argv.slice(2)
if (script === undefined) fail('Usage: node scripts/bootstrap.mjs SCRIPT [ARGUMENTS]; use npm start instead.')
if (process.platform === 'win32') {
  fail('DhakaCart runs on Linux and macOS; on Windows use the Windows Subsystem for Linux (wsl --install).')
}
// Not awaited here: a Node of 2019 could not read that, and would not come to say that it is too old.
if (isInstalled()) run(script, args)
else installOnce().then(() => run(script, args))
