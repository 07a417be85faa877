import { rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { renderRelease } from './check/manifests/render.ts'
import { ensureAddOn, neededAddOns } from './cluster/add-ons.ts'
import { authorityFile, ensureCertificate } from './cluster/certificate.ts'
import {
  connectNodesToRegistry,
  deleteCluster,
  ensureCluster,
  ensureRegistry,
  hasCluster,
  hasImage,
} from './cluster/kind.ts'
import { apply, type Manifest, tryKubectl } from './cluster/kubectl.ts'
import { requireMachine } from './cluster/machine.ts'
import { readClusterOptions, USAGE } from './cluster/options.ts'
import {
  clusterName,
  consoleHost,
  folder,
  httpsPort,
  kubeconfig,
  namespace,
  overlay,
  providersHost,
  repository,
  shopHost,
} from './cluster/place.ts'
import { step } from './cluster/progress.ts'
import { runJob, waitForDatabase, waitForRollouts } from './cluster/rollout.ts'
import { ensureSecrets } from './cluster/secrets.ts'
import { waitForShop } from './cluster/shop.ts'
import { PlainFailure, runCommand } from './command.ts'
import { buildImage, imageNames } from './images/build-images.ts'
import { nameSources } from './images/sources.ts'
import { runOrFail } from './processes/program.ts'

const PUSH_LIMIT_MS = 5 * 60_000

/** npm run cluster: the whole shop on a Kubernetes of this machine. */
async function cluster(): Promise<number> {
  const options = readClusterOptions(process.argv.slice(2))
  if (options === null) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  await requireMachine()
  if (options.verb === 'up') return up(options.fetchCommand)
  return options.verb === 'status' ? status() : down(options.isDeletionMeant)
}

async function up(fetchCommand: string | null): Promise<number> {
  const startedAt = performance.now()
  const sources = await nameSources()
  process.stdout.write(`DhakaCart ${sources.release} on the cluster ${clusterName}:\n`)
  await step('registry', ensureRegistry)
  const images = step('images built and pushed', async () => {
    for (const name of imageNames) {
      if (await hasImage(name, sources.release)) continue
      const reference = await buildImage(name, { repository, sources })
      await runOrFail(`push ${reference}`, 'docker', ['push', '--quiet', reference], { limitMs: PUSH_LIMIT_MS })
    }
  })
  const nodes = step('cluster of four nodes in three zones', ensureCluster).then(connectNodesToRegistry)
  await together([images, nodes])
  const manifests = await renderRelease(overlay, repository, sources.release, folder)
  await release(manifests, fetchCommand)
  tell(Math.round((performance.now() - startedAt) / 1_000))
  return 0
}

/** In the order in which one needs the other: what is shared, the database beside the other add-ons, its schema, the processes. */
async function release(manifests: readonly Manifest[], fetchCommand: string | null): Promise<void> {
  const ofKinds = (...kinds: string[]) => manifests.filter(({ kind }) => kinds.includes(kind))
  await step('certificate and secrets', async () => {
    await apply('make the namespace', ofKinds('Namespace', 'PriorityClass'))
    await ensureSecrets(await ensureCertificate())
  })
  const later = [...ofKinds('Job', 'Deployment'), ...manifests.filter(isOfAddOn)]
  const [operator, ...others] = neededAddOns(manifests)
  await together([
    step(`${operator.name} and the database`, async () => {
      await ensureAddOn(operator, fetchCommand)
      await apply(
        'hand in the manifests',
        manifests.filter((manifest) => !later.includes(manifest)),
      )
      await waitForDatabase()
    }),
    ...others.map((addOn) => step(addOn.name, () => ensureAddOn(addOn, fetchCommand))),
  ])
  for (const name of ['migrate', 'seed']) {
    const job = ofKinds('Job').find(({ metadata }) => metadata.name === name)
    if (job !== undefined) await step(name, () => runJob(job))
  }
  const deployments = ofKinds('Deployment')
  await step('processes', async () => {
    await apply('hand in the processes and the way to them', [...deployments, ...manifests.filter(isOfAddOn)])
    await waitForRollouts(deployments.map(({ metadata }) => metadata.name))
  })
  await step('shop answers through the gateway', () => waitForShop(consoleHost))
}

/** Of kinds that the cluster knows once Envoy Gateway and KEDA are there. */
function isOfAddOn({ apiVersion }: Manifest): boolean {
  return /^(?:gateway\.|keda\.)/.test(apiVersion)
}

/** All of it, also when some fails: each says what is wrong with it before the command ends. */
async function together(works: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}

function tell(seconds: number): void {
  const kubectl = `kubectl --kubeconfig ${path.relative(process.cwd(), kubeconfig)} -n ${namespace}`
  const lines = [
    '',
    `  Shop     https://${shopHost}:${httpsPort}`,
    `  Mailbox  https://${shopHost}:${httpsPort}/en/mailbox`,
    `  Console  https://${consoleHost}:${httpsPort}/console`,
    `  Simulated providers  https://${providersHost}:${httpsPort}/control`,
    `  Trust    ${path.relative(process.cwd(), authorityFile)} (the authority behind both, of this machine alone)`,
    '',
    '  Try:',
    `    ${kubectl} get pods -o wide`,
    `    ${kubectl} exec deployment/api -- /usr/local/bin/node app/api/src/staff/create-owner.ts --email you@example.com --name You`,
    `    ${kubectl} delete pod -l app.kubernetes.io/name=storefront   (and reload the shop meanwhile)`,
    `    ${kubectl} get cluster database   (which instance writes)`,
    '',
    `Ready after ${seconds} s. npm run cluster status; npm run cluster down.`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

async function status(): Promise<number> {
  if (!(await hasCluster())) {
    process.stdout.write('There is no cluster: npm run cluster up makes one.\n')
    return 1
  }
  for (const args of [
    ['get', 'nodes', '--label-columns=topology.kubernetes.io/zone'],
    ['--namespace', namespace, 'get', 'deployments', '--output=wide'],
    ['--namespace', namespace, 'get', 'clusters.postgresql.cnpg.io'],
    ['--namespace', namespace, 'get', 'pods', '--output=wide'],
  ]) {
    const { code, stdout, stderr } = await tryKubectl(args)
    process.stdout.write(`${code === 0 ? stdout : stderr}\n`)
    if (code !== 0) return 1
  }
  return 0
}

async function down(isDeletionMeant: boolean): Promise<number> {
  if (!(await hasCluster())) {
    process.stdout.write('There is no cluster.\n')
    return 0
  }
  if (!isDeletionMeant) {
    throw new PlainFailure(
      `This deletes the cluster ${clusterName} with its database. If you mean that: npm run cluster down -- --delete ${clusterName}`,
    )
  }
  await step('cluster deleted', deleteCluster)
  // A new cluster gets a new key; certificates stay, because browsers may trust their authority by now.
  rmSync(path.join(folder, 'encryption'), { recursive: true, force: true })
  return 0
}

await runCommand(cluster)
