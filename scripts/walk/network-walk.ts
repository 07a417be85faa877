import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Labels, selects } from '../check/manifests/manifest.ts'
import {
  isInTable,
  isOurs,
  type NetworkTable,
  type Party,
  partiesIn,
  readNetworkTable,
} from '../check/manifests/network-table.ts'
import { kubectl } from '../cluster/kubectl.ts'
import { PlainFailure } from '../command.ts'
import { type Target, tryFrom } from './attempts.ts'
import { addressesOutside, openOutside } from './outside.ts'
import { removeStandIns, STAND_IN_LABEL, standIn } from './stand-ins.ts'

const PLACE = 'local'
const READY_LIMIT_MS = 90_000
const POLL_MS = 1_000
/** Who runs for good and can be looked into; everybody else is played by a pod with the same labels. */
const RUNNING = ['storefront', 'console', 'api', 'worker', 'cache', 'simulator', 'pooler', 'database']

/** A pod that speaks for a party, and the address at which others find that party. */
type Actor = { readonly party: Party; readonly pod: string; readonly namespace: string; readonly address: string }
type Pod = {
  metadata: { name: string; namespace: string; labels?: Labels }
  status: { podIP?: string; phase?: string }
}

/**
 * Tries each pair of parties on each port, from the pods that run, or from stand-ins with their labels, which no Service leads
 * to because they are never ready. Before that each place to go to is reached by somebody whom nothing holds back: its own pod,
 * or for what is outside a pod of another namespace.
 */
export async function walkNetwork(): Promise<{ tried: number; found: string[] }> {
  const table = readNetworkTable()
  const parties = partiesIn(table, PLACE)
  const outside = await openOutside(parties)
  try {
    const actors = await findActors(parties)
    const targets = targetsOf(parties, actors, await addressesOutside(parties))
    return await compare(table, actors, targets)
  } finally {
    await outside.close().finally(removeStandIns)
  }
}

async function findActors(parties: readonly Party[]): Promise<Actor[]> {
  const there = (await kubectl('look at the namespaces', ['get', 'namespaces', '--output=name'])).split('\n')
  const isThere = ({ namespace }: Party) => there.includes(`namespace/${namespace}`)
  const withPods = parties.filter((party) => party.labels !== null && isThere(party))
  for (const { name, namespace } of parties.filter((party) => !isThere(party)))
    process.stdout.write(`  … not tried: ${name}, because there is no namespace ${namespace}\n`)
  for (const party of withPods) if (!isFoundRunning(party)) await standIn(party)
  const giveUpAt = performance.now() + READY_LIMIT_MS
  for (;;) {
    const text = await kubectl('look for pods', ['get', 'pods', '--all-namespaces', '--output=json'])
    const { items } = JSON.parse(text) as { items: Pod[] }
    const actors = withPods.map((party) => findActor(party, items))
    const missing = withPods.filter((_, index) => actors[index] === null)
    if (missing.length === 0) return actors.filter((one) => one !== null)
    if (performance.now() > giveUpAt) {
      throw new PlainFailure(`There is no running pod of ${missing.map(({ name }) => name).join(', ')}.`)
    }
    await sleep(POLL_MS)
  }
}

const isFoundRunning = ({ name }: Party) => RUNNING.includes(name) || name === 'names'

function findActor(party: Party, pods: readonly Pod[]): Actor | null {
  const found = pods.find(
    ({ metadata: { namespace, labels = {} }, status }) =>
      namespace === party.namespace &&
      status.phase === 'Running' &&
      status.podIP !== undefined &&
      STAND_IN_LABEL in labels !== isFoundRunning(party) &&
      selects({ matchLabels: party.labels ?? {} }, labels),
  )
  if (found === undefined) return null
  const { name, namespace } = found.metadata
  return { party, pod: name, namespace, address: found.status.podIP ?? '' }
}

/** Where each party is found on each of its ports: pods that run, the cluster's own services, and what stands for the outside. */
function targetsOf(
  parties: readonly Party[],
  actors: readonly Actor[],
  outside: ReadonlyMap<string, ReadonlyMap<number, string>>,
): Target[] {
  return parties.flatMap((party) =>
    party.ports.flatMap((port): Target[] => {
      const address =
        party.labels === null
          ? outside.get(party.name)?.get(port)
          : actors.find(({ party: { name } }) => name === party.name)?.address
      return address === undefined ? [] : [{ party: party.name, address, port }]
    }),
  )
}

/** What nobody holds back a pod of another namespace from. */
const UNHELD = ['metadata', 'internet', 'api-server']

/**
 * Each pod tries everything that the table speaks of, and what nobody may hold it back from: itself, or what is outside for a pod
 * of another namespace. A no means something only where such a yes was seen.
 */
async function compare(table: NetworkTable, actors: readonly Actor[], targets: readonly Target[]) {
  const speakers = actors.filter(({ party }) => party.name !== 'names')
  const attempts = await Promise.all(
    speakers.map(async (actor) => {
      const wanted = targets.filter((target) => isUnheld(actor, target) || isToldOf(table, actor, target))
      const answers = await tryFrom(actor, wanted)
      return wanted.map((target, index) => ({ actor, target, isReached: answers[index] === true }))
    }),
  )
  const unheld = attempts.flat().filter(({ actor, target }) => isUnheld(actor, target))
  const deaf = unheld.filter(({ isReached }) => !isReached).map(({ target: { party, port } }) => `${party}:${port}`)
  if (deaf.length > 0) {
    throw new PlainFailure(
      `Nobody answers at ${deaf.join(', ')}, not even to whom nothing holds back: nothing can be told of them.`,
    )
  }
  const tried = attempts.flat().filter(({ actor, target }) => isToldOf(table, actor, target))
  const found = tried.flatMap(({ actor, target: { party, port }, isReached }) => {
    const to = table.parties.find(({ name }) => name === party) as Party
    if (isReached === isInTable(table, PLACE, actor.party, to, port)) return []
    return [`${actor.party.name} ${isReached ? 'reaches' : 'does not reach'} ${party} on ${port}`]
  })
  const reached = tried.filter(({ isReached }) => isReached).length
  process.stdout.write(`  … ${unheld.length} reached unheld; of ${tried.length} held ${reached} reached\n`)
  return { tried: tried.length, found }
}

function isUnheld({ party, address }: Actor, target: Target): boolean {
  return party.name === 'stranger' ? UNHELD.includes(target.party) : target.address === address
}

function isToldOf({ parties }: NetworkTable, { party, address }: Actor, target: Target): boolean {
  const to = parties.find(({ name }) => name === target.party)
  return target.address !== address && to !== undefined && (isOurs(party) || isOurs(to))
}
