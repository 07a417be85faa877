import { existsSync } from 'node:fs'
import process from 'node:process'
import { kubeconfig } from './cluster/place.ts'
import { step } from './cluster/progress.ts'
import { PlainFailure, runCommand } from './command.ts'
import { carryOut, connectShopCluster, type ShopCluster } from './secrets/cluster-secrets.ts'
import { readSecretsVerb, USAGE } from './secrets/options.ts'
import { forgetOldKeys, planRotation } from './secrets/rotation.ts'
import { fingerprint, OWN_SECRETS, type ShopSecrets } from './secrets/shop-secrets.ts'

/** Whoever reads a secret at its start. */
const READERS = ['api', 'worker', 'storefront', 'cache']

/** npm run secrets: replaces the secrets of the laptop's cluster. No value is ever shown. */
async function secrets(): Promise<number> {
  const verb = readSecretsVerb(process.argv.slice(2))
  if (verb === null) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  if (!existsSync(kubeconfig)) throw new PlainFailure('There is no cluster on this machine: npm run cluster up.')
  const cluster = connectShopCluster(['--kubeconfig', kubeconfig])
  return cluster.alone(async () => {
    const current = await cluster.read(OWN_SECRETS)
    // Whoever runs has to have what is current: a rotation that was interrupted left others behind.
    await step('everybody has what is current', () => cluster.restart(READERS, fingerprint(current)))
    return verb === 'rotate' ? rotate(cluster, current) : forget(cluster, current)
  })
}

async function rotate(cluster: ShopCluster, current: ShopSecrets): Promise<number> {
  for (const phase of planRotation(current, new Date(), null))
    await step(phase.says, () => carryOut(cluster, phase, fingerprint(phase.secrets)))
  return say('Everything is replaced. Old own keys are still accepted: npm run secrets forget takes them out.')
}

async function forget(cluster: ShopCluster, current: ShopSecrets): Promise<number> {
  const changed = forgetOldKeys(current)
  await step('the old keys are taken out', async () => {
    await cluster.hand(changed)
    await cluster.restart(['api'], fingerprint(changed))
  })
  return say('Only the newest own keys are accepted.')
}

function say(sentence: string): number {
  process.stdout.write(`${sentence}\n`)
  return 0
}

await runCommand(secrets)
