import { type FaultName, type ScheduledFault, scheduleFaults } from './fault-schedule.ts'
import type { Shares } from './mix.ts'

/** The product on sale, of which there are fewer units than people who want it. */
export type FlashProduct = {
  slug: string
  variantId: number
  /** Units that may be sold in all: what is in stock, or the allotment of the sale where that is smaller. */
  units: number
  /** The sale whose waiting room stands before it; null: none does. */
  roomOfSale: number | null
}

/** Everything that decides a rehearsal; the same plan against the same shop sends the same visitors at the same moments. */
export type Plan = {
  /** What shoppers type, without a slash at the end. */
  origin: string
  /** PEM of the authority behind an https origin; null: those the system trusts. */
  ca: string | null
  /** Where simulated gateways are steered; null: everybody pays cash. */
  simulatorOrigin: string | null
  seed: number
  visitors: number
  /** Milliseconds from the first arrival to the last action. */
  durationMs: number
  /** Milliseconds in which all visitors have come. */
  rampMs: number
  /** Milliseconds after the start at which the sale opens and those who want its product press. */
  openingMs: number
  /** Mean milliseconds between two actions of a visitor. */
  thinkMs: number
  /** Milliseconds after which a visitor who does not shop goes; absent: all stay to the end. */
  staysMs?: number
  /** Who comes; absent: the crowd of a sale. */
  shares?: Shares
  flash: FlashProduct | null
  faults: readonly ScheduledFault[]
}

/** Whether a shop is on this machine. */
export function isHere(origin: string): boolean {
  return /^https?:\/\/(?:127\.|localhost\b|[a-z0-9.-]+\.localhost\b)/.test(origin)
}

export type PlanChoices = Pick<Plan, 'origin' | 'ca' | 'simulatorOrigin' | 'seed' | 'visitors' | 'thinkMs'> & {
  minutes: number
  faults: readonly FaultName[]
}

/** Shares of the whole time. Faults come after the rush has begun and end early enough for everything to recover. */
const rampShare = 0.25
const openingShare = 0.35
const faultsFromShare = 0.42
const faultsToShare = 0.82

export function makePlan(choices: PlanChoices): Omit<Plan, 'flash'> {
  const { minutes, faults, ...rest } = choices
  const durationMs = minutes * 60_000
  return {
    ...rest,
    durationMs,
    rampMs: durationMs * rampShare,
    openingMs: durationMs * openingShare,
    faults: scheduleFaults(faults, durationMs * faultsFromShare, durationMs * faultsToShare),
  }
}
