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
/** Waiting times are told by calls smoothed over this. */
const smoothingSeconds = 60
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
    callsPerSecond: state.callsPerSecond + (callsNow - state.callsPerSecond) * Math.min(1, elapsed / smoothingSeconds),
  }
}

function steer(state: AdmissionState, limits: AdmissionLimits, measures: AdmissionMeasures, elapsed: number) {
  const { floorPerSecond, ceilingPerSecond, targetMs } = limits
  const within = (rate: number) => Math.min(ceilingPerSecond, Math.max(floorPerSecond, rate))
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

function failedShare({ placed, failed }: { placed: number; failed: number }): number {
  return placed + failed < triesMin ? 0 : failed / (placed + failed)
}
