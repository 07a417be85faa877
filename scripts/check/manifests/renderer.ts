import { spawnSync } from 'node:child_process'

export type Renderer = { program: string; args: readonly string[]; version: string }

const CHOICES = [
  { program: 'kustomize', args: ['build'], versionArgs: ['version'] },
  { program: 'kubectl', args: ['kustomize'], versionArgs: ['version', '--client'] },
]

/** What renders kustomizations here: kustomize, or the one that kubectl has in it; null: neither is on this machine. */
export function findRenderer(): Renderer | null {
  for (const { program, args, versionArgs } of CHOICES) {
    const { status, stdout } = spawnSync(program, versionArgs, { encoding: 'utf8' })
    if (status === 0) return { program, args, version: stdout.trim().replaceAll('\n', ', ') }
  }
  return null
}
