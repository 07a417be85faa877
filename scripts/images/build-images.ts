import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PlainFailure } from '../command.ts'
import { runOrFail, runProgram } from '../processes/program.ts'
import { readVersion } from '../starter/release.ts'
import type { Sources } from './sources.ts'

export const imageNames = ['api', 'storefront', 'console', 'seed', 'simulator'] as const
export type ImageName = (typeof imageNames)[number]

export type BuildSettings = {
  /** As in localhost:5001/dhakacart; the images lie below it. */
  readonly repository: string
  readonly sources: Sources
  /** Replace the upstream bases; the Dockerfile's own when absent. */
  readonly nodeImage?: string | undefined
  readonly runtimeImage?: string | undefined
  /** Builds every step anew. */
  readonly isFresh?: boolean
}

const root = path.resolve(import.meta.dirname, '..', '..')
const dockerfile = path.join('platform', 'images', 'Dockerfile')
const BUILD_LIMIT_MS = 20 * 60_000

/** What the image is, for whoever finds it alone. */
const titles: Readonly<Record<ImageName, string>> = {
  api: 'DhakaCart api, worker and migrations',
  storefront: 'DhakaCart storefront',
  console: 'DhakaCart console',
  seed: 'DhakaCart seed: fills an empty shop to try it',
  simulator: 'DhakaCart simulator: stands in for payment providers, couriers, SMS and mail',
}

function imageReference(name: ImageName, { repository, sources }: Pick<BuildSettings, 'repository' | 'sources'>) {
  return `${repository}/${name}:${sources.release}`
}

/** Throws PlainFailure with what to do when no Docker answers. */
export async function requireDocker(): Promise<void> {
  const server = await runProgram('docker', ['version', '--format', '{{.Server.Version}}'])
  if (server.code === 0) return
  throw new PlainFailure(`Docker does not answer: ${firstLine(server.stderr)} Start it, then run the command again.`)
}

/** Builds one image and returns its name. The same commit gives the same content, whoever builds it, and when. */
export async function buildImage(name: ImageName, settings: BuildSettings): Promise<string> {
  const { sources, nodeImage, runtimeImage, isFresh = false } = settings
  const reference = imageReference(name, settings)
  const buildArguments = {
    SOURCE_DATE_EPOCH: String(sources.committedAt),
    RELEASE: sources.release,
    ...(nodeImage !== undefined && { NODE_IMAGE: nodeImage }),
    ...(runtimeImage !== undefined && { RUNTIME_IMAGE: runtimeImage }),
  }
  const labels = {
    title: titles[name],
    version: readVersion(),
    revision: sources.revision,
    created: new Date(sources.committedAt * 1_000).toISOString(),
    'base.name': runtimeImage ?? upstreamRuntime(),
  }
  await runOrFail(
    `build the image ${name}`,
    'docker',
    [
      'build',
      '--progress=plain',
      ...(isFresh ? ['--no-cache'] : []),
      `--file=${dockerfile}`,
      `--target=${name}`,
      `--tag=${reference}`,
      ...Object.entries(buildArguments).map(([key, value]) => `--build-arg=${key}=${value}`),
      ...Object.entries(labels).map(([key, value]) => `--label=org.opencontainers.image.${key}=${value}`),
      '.',
    ],
    // Attestations carry the time of the build.
    { cwd: root, limitMs: BUILD_LIMIT_MS, environment: { DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' } },
  )
  return reference
}

function upstreamRuntime(): string {
  const text = readFileSync(path.join(root, dockerfile), 'utf8')
  return /^ARG RUNTIME_IMAGE=(\S+)$/m.exec(text)?.[1] ?? ''
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
