import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultDriver } from '../faults/driver.ts'
import { compareOrders } from '../judgement/compare-orders.ts'
import { OrderExport } from '../judgement/order-export.ts'
import { findRecoveries } from '../judgement/recovery.ts'
import { weighWaits } from '../judgement/weigh-waits.ts'
import type { Shares } from '../plan/mix.ts'
import { makePlan, type Plan } from '../plan/plan.ts'
import { play, type Watching } from '../play.ts'
import { conclude, type Result } from '../report/result.ts'
import type { ClusterHand } from './cluster-hand.ts'
import type { Drill } from './drill.ts'
import { type DrillFindings, findWritesBack, judgeDrill } from './judge-drill.ts'

/** Who comes to a drill: mostly people who buy, so that a pause of the orders is seen within a second. */
const drillShares: Shares = { browser: 0.15, searcher: 0.1, rusher: 0, buyer: 0.7, abandoner: 0.05 }
/** Enough to see that all is well, to see the fault, and to see that all is well again. */
const durationMs = 90_000
const faultAtMs = 25_000
/** Whoever comes last still gets to the order button. */
const lastArrivalMs = 75_000
const staysMs = 20_000
const thinkMs = 3_000
/** Before this a cluster may not have seen yet that something is missing. */
const blindMs = 2_000
const lookEveryMs = 500

export type DrillPlace = {
  readonly origin: string
  /** PEM of the authority behind it. */
  readonly ca: string
  /** Where the simulated gateways are steered. */
  readonly simulatorOrigin: string
  /** Reads the shop's orders. */
  readonly token: string
  readonly machine: string
}

export type DrillChoices = { readonly visitors: number; readonly seed: number; readonly command: string }

export type DrillResult = { readonly result: Result; readonly findings: DrillFindings }

/**
 * Plays one drill and judges it. Throws with a sentence when the cluster is not steady beforehand: nothing is broken then.
 * `folder` receives the journals.
 */
export async function playDrill(
  drill: Drill,
  hand: ClusterHand,
  place: DrillPlace,
  choices: DrillChoices,
  folder: string,
  watching: Watching,
): Promise<DrillResult> {
  const unsteady = await hand.findUnsteady()
  if (unsteady !== null) throw new Error(`Not steady: ${unsteady}. Nothing was broken.`)
  const plan = planOf(drill, place, choices)
  const orderExport = new OrderExport(plan, place.token)
  // What was ordered before is not of this drill.
  await orderExport.readOn()
  const driver = new DrillDriver(drill, hand)
  const played = await play(plan, driver, folder, watching)
  const exported = await orderExport.readToEnd()
  const steadyMs = await driver.steady
  const [fault] = played.faults
  const findings: DrillFindings = {
    steadyMs,
    writesBackMs: fault === undefined ? null : findWritesBack(played.journal, fault.beganMs, lastArrivalMs),
  }
  const evidence = {
    plan,
    series: played.series,
    comparison: compareOrders(played.journal, exported),
    waits: weighWaits(played.waits),
    faults: played.faults,
    recoveries: findRecoveries(played.series, played.faults),
    database: null,
    mostConnections: played.mostConnections,
    flashOrders: 0,
    flashRefusals: 0,
  }
  const concluded = conclude(evidence, {
    startedAt: played.startedAt,
    machine: place.machine,
    command: choices.command,
    problems: played.problems,
    flashLeft: [],
    drill: { name: drill.name, sentence: drill.sentence },
  })
  return { result: { ...concluded, verdicts: judgeDrill(drill, evidence, findings) }, findings }
}

function planOf(drill: Drill, { origin, ca, simulatorOrigin }: DrillPlace, { visitors, seed }: DrillChoices): Plan {
  const minutes = durationMs / 60_000
  return {
    ...makePlan({ origin, ca, simulatorOrigin, seed, visitors, thinkMs, minutes, faults: [] }),
    rampMs: lastArrivalMs,
    staysMs,
    shares: drillShares,
    flash: null,
    faults: [{ name: drill.name, atMs: faultAtMs }],
  }
}

/** Injects the one fault of a drill, and watches from then on when the cluster is whole again. */
class DrillDriver implements FaultDriver {
  readonly can: readonly string[]
  /** Milliseconds from the fault until every pod was ready again; null: not within the limit, or nothing was broken. */
  steady: Promise<number | null> = Promise.resolve(null)
  readonly #drill: Drill
  readonly #hand: ClusterHand

  constructor(drill: Drill, hand: ClusterHand) {
    this.can = [drill.name]
    this.#drill = drill
    this.#hand = hand
  }

  async inject(): Promise<void> {
    const brokenAt = performance.now()
    await this.#drill.inject(this.#hand)
    this.steady = this.#watch(brokenAt)
  }

  restore(): Promise<void> {
    return this.#drill.restore(this.#hand)
  }

  async #watch(brokenAt: number): Promise<number | null> {
    const giveUpAt = brokenAt + this.#drill.limits.steadyMs
    await sleep(blindMs)
    while (performance.now() < giveUpAt) {
      // An API server that does not answer is not steady either.
      const unsteady = await this.#hand.findUnsteady().catch((error: Error) => error.message)
      if (unsteady === null) return performance.now() - brokenAt
      await sleep(lookEveryMs)
    }
    return null
  }
}
