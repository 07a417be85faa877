import { setTimeout as sleep } from 'node:timers/promises'
import { PlainFailure } from '../command.ts'
import { apply, kubectl, type Manifest, read, tryKubectl } from './kubectl.ts'
import { namespace } from './place.ts'

const DATABASE_LIMIT_S = 420
const JOB_LIMIT_MS = 10 * 60_000
const ROLLOUT_LIMIT_S = 240
const POLL_MS = 500
const LAST_LINES = 6

type Job = {
  status?: { succeeded?: number; conditions?: { type: string; status: string; message?: string }[] }
  spec: { template: { spec: { containers: { image: string }[] } } }
}

/** Waits until all instances of the database are there, and its poolers. */
export async function waitForDatabase(): Promise<void> {
  const wait = ['--namespace', namespace, 'wait', `--timeout=${DATABASE_LIMIT_S}s`]
  const limitMs = (DATABASE_LIMIT_S + 10) * 1_000
  await kubectl('wait for the database', [...wait, '--for=condition=Ready', 'cluster.postgresql.cnpg.io/database'], {
    limitMs,
  })
  await kubectl('wait for the poolers', [...wait, '--for=create', 'deployment/database-pooler'], { limitMs })
  await kubectl('wait for the poolers', [...wait, '--for=condition=Available', 'deployment/database-pooler'], {
    limitMs,
  })
}

/** Runs a job to its end, once for each image: one that has succeeded is left alone. */
export async function runJob(manifest: Manifest): Promise<void> {
  const { name } = manifest.metadata
  const wanted = imageOf(manifest as unknown as Job)
  const kept = (await read('job', name, namespace)) as Job | null
  if (kept !== null && imageOf(kept) === wanted && isTrue(kept, 'Complete')) return
  if (kept !== null)
    await kubectl(`remove the last ${name}`, ['--namespace', namespace, 'delete', 'job', name, '--wait'])
  await apply(`start ${name}`, [manifest])
  const giveUpAt = performance.now() + JOB_LIMIT_MS
  while (performance.now() < giveUpAt) {
    const job = (await read('job', name, namespace)) as Job | null
    if (job !== null && isTrue(job, 'Complete')) return
    if (job !== null && isTrue(job, 'Failed')) break
    await sleep(POLL_MS)
  }
  const { stdout, stderr } = await tryKubectl(['--namespace', namespace, 'logs', `job/${name}`, `--tail=${LAST_LINES}`])
  throw new PlainFailure(`The job ${name} did not succeed. Its last words:\n${(stdout || stderr).trim()}`)
}

/** Waits until every replica of each is of the new release and ready. What was there before serves until then, and goes on if they fail. */
export async function waitForRollouts(names: readonly string[]): Promise<void> {
  const results = await Promise.all(
    names.map(async (name) => {
      const args = [
        '--namespace',
        namespace,
        'rollout',
        'status',
        `deployment/${name}`,
        `--timeout=${ROLLOUT_LIMIT_S}s`,
      ]
      const { code } = await tryKubectl(args, { limitMs: (ROLLOUT_LIMIT_S + 10) * 1_000 })
      return code === 0 ? null : name
    }),
  )
  const late = results.filter((name) => name !== null)
  if (late.length === 0) return
  const pods = ['--namespace', namespace, 'get', 'pods', '--selector', `app.kubernetes.io/name in (${late.join(',')})`]
  const { stdout } = await tryKubectl(pods)
  throw new PlainFailure(
    `${late.join(' and ')} did not get ready within ${ROLLOUT_LIMIT_S} s; what was there before serves on. Its pods:\n${stdout.trim()}\nWhy: kubectl --kubeconfig .dhakacart/cluster/kubeconfig -n ${namespace} logs deployment/${late[0]}`,
  )
}

function imageOf({ spec }: Job): string | undefined {
  return spec.template.spec.containers[0]?.image
}

function isTrue({ status }: Job, type: string): boolean {
  return status?.conditions?.some((condition) => condition.type === type && condition.status === 'True') === true
}
