import process from 'node:process'
import { runCommand } from './command.ts'
import { readCommandLine } from './command-line.ts'
import { buildImage, imageNames, requireDocker } from './images/build-images.ts'
import { examineImage } from './images/examine-image.ts'
import { nameSources } from './images/sources.ts'
import { runOrFail } from './processes/program.ts'

const PUSH_LIMIT_MS = 10 * 60_000

const USAGE = `npm run images [-- OPTIONS]
  --repository NAME      what the images lie below (default dhakacart)
  --push                 also pushes them there
  --node-image NAME      the image to build in, instead of Docker's own node
  --runtime-image NAME   the image below ours, instead of distroless/cc
  --fresh                builds every step anew
  --help`

const options = {
  repository: { type: 'string', default: 'dhakacart' },
  push: { type: 'boolean', default: false },
  'node-image': { type: 'string' },
  'runtime-image': { type: 'string' },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

/** npm run images: builds every image of this commit and examines what came of it. */
async function images(): Promise<number> {
  const flags = readCommandLine({ options, allowPositionals: false }, USAGE).values
  if (flags.help) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  await requireDocker()
  const sources = await nameSources()
  const settings = {
    repository: flags.repository,
    sources,
    nodeImage: flags['node-image'],
    runtimeImage: flags['runtime-image'],
    isFresh: flags.fresh,
  }
  process.stdout.write(`Images of release ${sources.release}:\n`)
  for (const name of imageNames) {
    const startedAt = performance.now()
    const reference = await buildImage(name, settings)
    const builtAt = performance.now()
    const size = await examineImage(name, reference, sources.release)
    if (flags.push)
      await runOrFail(`push ${reference}`, 'docker', ['push', '--quiet', reference], { limitMs: PUSH_LIMIT_MS })
    const seconds = ((builtAt - startedAt) / 1_000).toFixed(1)
    process.stdout.write(`  ${reference}  ${Math.round(size / 1e6)} MB, built in ${seconds} s\n`)
  }
  return 0
}

await runCommand(images)
