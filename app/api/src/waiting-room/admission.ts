import type { Pace } from '@dhakacart/contract/waiting-room-place.ts'

/** What a decision knows of the last one. Rates in people a second. */
export type AdmissionState = {
  ratePerSecond: number
  callsPerSecond: number
  kneePerSecond: number | null
  credit: number
  /** Since the rate was lowered last; null: never. */
  secondsSinceLowered: number | null
}

export type AdmissionLimits = { floorPerSecond: number; ceilingPerSecond: number; targetMs: number }

/** What the checkout and the called say. */
export type AdmissionMeasures = {
  placed: number
  failed: number
  p95Ms: number
  /** Places called between half a minute and two and a half minutes ago, and how many of them have come. */
  called: number
  came: number
  /** Not called yet. */
  waiting: number
  /** Since the last decision. */
  elapsedSeconds: number
}

export type Decision = Omit<AdmissionState, 'secondsSinceLowered'> & { isLowered: boolean; calls: number }

/** From nothing to the ceiling in five minutes. */
const climbSeconds = 300
const lowering = 0.7
/** What was called before it was lowered still comes: a minute in the checkout, mostly. */
const restSeconds = 20
/** Above this part of what was too much last, it climbs slowly. */
const kneePart = 0.9
const kneeSlowness = 10
const failedShareMax = 0.01
/** The checkout is going down: nobody more than the floor. */
const failedShareAlarm = 0.1
/** Fewer tries say nothing. */
const triesMin = 5
/** However many stay away, at most this many times the rate is called. */
const callsPerPersonMax = 4
const shareKnownFrom = 20
/** Waiting times are told by how many are called for each who shall come, smoothed over this. */
const smoothingSeconds = 30
/** What was missed while nobody decided is not caught up. */
const elapsedSecondsMax = 2

/**
 * How many places are called now, and the rate from now on: up by a step while the checkout is well, down by a factor when it
 * is slow or fails (AIMD), within floor and ceiling. Pure.
 */
export function decideAdmission(state: AdmissionState, limits: AdmissionLimits, measures: AdmissionMeasures): Decision {
  const elapsed = Math.max(0, Math.min(elapsedSecondsMax, measures.elapsedSeconds))
  const { ratePerSecond, kneePerSecond, isLowered } = steer(state, limits, measures, elapsed)
  const share = measures.called < shareKnownFrom ? 1 : Math.max(1 / callsPerPersonMax, measures.came / measures.called)
  const isAlarm = failedShare(measures) > failedShareAlarm
  const callsNow = isAlarm ? limits.floorPerSecond : ratePerSecond / share
  const due = state.credit + callsNow * elapsed
  const calls = Math.min(Math.floor(due), measures.waiting)
  return {
    ratePerSecond,
    kneePerSecond,
    isLowered,
    calls,
    // With nobody waiting nothing is saved up for a crowd that comes later.
    credit: calls < measures.waiting ? due - calls : 0,
    callsPerSecond: smoothCalls(state, ratePerSecond, callsNow, elapsed),
  }
}

/** Follows the rate at once, because it stays where it was steered to, and the share that comes, or an alarm, slowly. */
function smoothCalls(state: AdmissionState, ratePerSecond: number, callsNow: number, elapsed: number): number {
  const before = state.callsPerSecond / state.ratePerSecond
  const now = callsNow / ratePerSecond
  return ratePerSecond * (before + (now - before) * Math.min(1, elapsed / smoothingSeconds))
}

/**
 * How the calls go on if nothing happens that is not known yet: they climb to the ceiling, or to what the checkout was found to
 * bear. By the calls of now alone, a crowd at an opening would be told four times its true wait. Pure.
 */
export function foreseePace(
  state: Omit<AdmissionState, 'credit' | 'secondsSinceLowered'>,
  limits: AdmissionLimits,
): Pace {
  const { ceilingPerSecond } = limits
  const perPerson = state.callsPerSecond / state.ratePerSecond
  // The limits may have been changed since the last decision.
  const ratePerSecond = holdTo(limits, state.ratePerSecond)
  const { kneePerSecond } = state
  const borne = kneePerSecond === null ? ceilingPerSecond : holdTo(limits, kneePerSecond * kneePart)
  const isClimbing = ratePerSecond < borne
  return {
    callsPerSecond: ratePerSecond * perPerson,
    callsPerSecondGained: isClimbing ? (ceilingPerSecond / climbSeconds) * perPerson : 0,
    callsPerSecondMost: Math.max(ratePerSecond, borne) * perPerson,
  }
}

function steer(state: AdmissionState, limits: AdmissionLimits, measures: AdmissionMeasures, elapsed: number) {
  const { ceilingPerSecond, targetMs } = limits
  const within = (rate: number) => holdTo(limits, rate)
  const tries = measures.placed + measures.failed
  const isTooMuch = tries >= triesMin && (measures.p95Ms > targetMs || failedShare(measures) > failedShareMax)
  const { kneePerSecond } = state
  const ratePerSecond = within(state.ratePerSecond)
  if (isTooMuch) {
    const isResting = state.secondsSinceLowered !== null && state.secondsSinceLowered < restSeconds
    if (isResting) return { ratePerSecond, kneePerSecond, isLowered: false }
    return { ratePerSecond: within(ratePerSecond * lowering), kneePerSecond: ratePerSecond, isLowered: true }
  }
  // Without anybody waiting a higher rate would be a guess that nothing tests.
  if (measures.waiting === 0) return { ratePerSecond, kneePerSecond, isLowered: false }
  const isNearKnee = kneePerSecond !== null && ratePerSecond >= kneePerSecond * kneePart
  const step = (ceilingPerSecond / climbSeconds / (isNearKnee ? kneeSlowness : 1)) * elapsed
  return { ratePerSecond: within(ratePerSecond + step), kneePerSecond, isLowered: false }
}

function holdTo({ floorPerSecond, ceilingPerSecond }: AdmissionLimits, rate: number): number {
  return Math.min(ceilingPerSecond, Math.max(floorPerSecond, rate))
}

function failedShare({ placed, failed }: { placed: number; failed: number }): number {
  return placed + failed < triesMin ? 0 : failed / (placed + failed)
}
