import { type Ended, type ProgramOptions, runOrFail, runProgram } from '../processes/program.ts'
import { kubeconfig, root } from './place.ts'

/** A Kubernetes object as far as we look into it. */
export type Manifest = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly labels?: Record<string, string> }
  readonly [key: string]: unknown
}

const APPLY_LIMIT_MS = 120_000

/** Speaks to our cluster and no other, whatever the person's own kubeconfig says. */
export function kubectl(purpose: string, args: readonly string[], options: ProgramOptions = {}): Promise<string> {
  return runOrFail(purpose, 'kubectl', ['--kubeconfig', kubeconfig, ...args], { cwd: root, ...options })
}

/** The same, where "no" is an answer. */
export function tryKubectl(args: readonly string[], options: ProgramOptions = {}): Promise<Ended> {
  return runProgram('kubectl', ['--kubeconfig', kubeconfig, ...args], { cwd: root, ...options })
}

/** Makes the cluster have these objects as they are written. Safe to repeat. */
export async function apply(purpose: string, manifests: readonly Manifest[] | string): Promise<void> {
  const input =
    typeof manifests === 'string' ? manifests : JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests })
  // npm run check has held ours to the schemas; asking the server for all of its own costs seconds each time.
  const args = [
    'apply',
    '--server-side',
    '--force-conflicts',
    '--validate=false',
    '--field-manager=npm-run-cluster',
    '-f',
    '-',
  ]
  await kubectl(purpose, args, { input, limitMs: APPLY_LIMIT_MS })
}

/** The object as the cluster has it; null when there is none. */
export async function read(kind: string, name: string, namespace: string): Promise<Record<string, unknown> | null> {
  const { code, stdout } = await tryKubectl([
    '--namespace',
    namespace,
    'get',
    kind,
    name,
    '--output=json',
    '--ignore-not-found',
  ])
  return code === 0 && stdout.trim() !== '' ? (JSON.parse(stdout) as Record<string, unknown>) : null
}
