import { setTimeout as sleep } from 'node:timers/promises'
import { killOneOf, type PodKiller } from '../drills/cluster-hand.ts'
import type { SimulatorPlace } from '../http/simulator.ts'
import type { FaultName } from '../plan/fault-schedule.ts'
import type { FaultDriver } from './driver.ts'
import { mendGateway, slowGateway } from './slow-gateway.ts'

/** What of a cluster this needs; ClusterHand has it. */
export type Hand = PodKiller & {
  kubectl(...args: string[]): Promise<string>
  /** The pod whose PostgreSQL takes writes. */
  primary(): Promise<string>
}

/** Tests have less patience. */
type Waits = { pollMs: number; pauseMs: number }

const releaseLimitMs = 300_000
const pollMs = 1_000
/** How long the gateway is slow. */
const pauseMs = 10_000
const released = ['api', 'storefront', 'worker'] as const

/** Kills pods of a shop on Kubernetes and releases it anew, by kubectl. */
export class KubectlDriver implements FaultDriver {
  readonly can: readonly FaultName[]
  readonly #hand: Hand
  readonly #gateways: SimulatorPlace | null
  readonly #waits: Waits

  constructor(hand: Hand, gateways: SimulatorPlace | null, waits: Waits = { pollMs, pauseMs }) {
    this.#hand = hand
    this.#gateways = gateways
    this.#waits = waits
    this.can = [
      'api-killed',
      'storefront-killed',
      'worker-killed',
      'database-killed',
      ...(gateways === null ? [] : (['gateway-slow'] as const)),
      'cache-killed',
      'release',
    ]
  }

  async inject(fault: FaultName): Promise<void> {
    switch (fault) {
      case 'api-killed':
        return killOneOf(this.#hand, 'api')
      case 'storefront-killed':
        return killOneOf(this.#hand, 'storefront')
      case 'worker-killed':
        return killOneOf(this.#hand, 'worker')
      case 'cache-killed':
        return killOneOf(this.#hand, 'cache')
      case 'database-killed':
        return this.#hand.killPod(await this.#hand.primary())
      case 'gateway-slow':
        return slowGateway(this.#gateways, this.#waits.pauseMs)
      case 'release':
        return this.#release()
      case 'cache-frozen':
        throw new Error('kubectl cannot freeze a process')
    }
  }

  /** Whatever was killed, its controller has made anew. */
  restore(): Promise<void> {
    return mendGateway(this.#gateways)
  }

  /** Every pod is replaced, one after the other, by one of the same image, as a release does with another. */
  async #release(): Promise<void> {
    const deployments = released.map((name) => `deployment/${name}`)
    await this.#hand.kubectl('rollout', 'restart', ...deployments)
    const deadline = performance.now() + releaseLimitMs
    for (const deployment of deployments) {
      while (!(await this.#isRolledOut(deployment))) {
        if (performance.now() > deadline) {
          throw new Error(`after ${releaseLimitMs / 1_000} s not every pod of ${deployment} was replaced`)
        }
        await sleep(this.#waits.pollMs)
      }
    }
  }

  async #isRolledOut(deployment: string): Promise<boolean> {
    const { metadata, spec, status } = JSON.parse(
      await this.#hand.kubectl('get', deployment, '--output=json'),
    ) as Rollout
    return (
      status.observedGeneration === metadata.generation &&
      status.updatedReplicas === spec.replicas &&
      status.availableReplicas === spec.replicas &&
      status.replicas === spec.replicas
    )
  }
}

type Rollout = {
  metadata: { generation: number }
  spec: { replicas: number }
  status: { observedGeneration?: number; replicas?: number; updatedReplicas?: number; availableReplicas?: number }
}
