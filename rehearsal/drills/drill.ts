import type { ClusterHand } from './cluster-hand.ts'

/** One failure and what the shop has to hold in it: steady → inject → expect → restore. */
export type Drill = {
  /** As the file is called, and the row in docs/failure-modes.md. */
  readonly name: string
  /** What is done to the shop. */
  readonly sentence: string
  inject(hand: ClusterHand): Promise<void>
  /** Takes back what does not heal by itself. Runs always, also when nothing was injected. */
  restore(hand: ClusterHand): Promise<void>
  readonly limits: DrillLimits
}

type DrillLimits = {
  /** Milliseconds in which no order is acknowledged. */
  readonly writesBackMs: number
  /** Milliseconds from the fault until every pod is ready again. */
  readonly steadyMs: number
  /** Requests that may end without a good answer within 30 s of their first try. */
  readonly failed: number
}
