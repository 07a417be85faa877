import { type Evidence, judge, type Verdict } from '../judgement/verdicts.ts'
import { actionKinds } from '../measures/measures.ts'
import type { JournalEntry } from '../visitors/journal.ts'
import type { Drill } from './drill.ts'

export type DrillFindings = {
  /** Milliseconds from the fault until every pod was ready again; null: not within the limit. */
  readonly steadyMs: number | null
  /** The longest pause of orders after the fault, in milliseconds; null: until the end. */
  readonly writesBackMs: number | null
}

/** What every rehearsal has to hold holds here too; the rest is the drill's own. */
const shared: readonly Verdict['id'][] = ['not-lost', 'not-doubled', 'browsing', 'answered', 'healed']

/**
 * The longest time after the fault in which no order was acknowledged: an upper bound of the pause, because between two orders
 * some time passes anyway. A fault takes effect a while after it was ordered, so silences count from their own beginning. Null when
 * the longest one lasted until `untilMs`.
 */
export function findWritesBack(journal: readonly JournalEntry[], faultMs: number, untilMs: number): number | null {
  const told = journal.filter(({ number }) => number !== null).map(({ answeredMs }) => answeredMs)
  const moments = [faultMs, ...told.filter((at) => at > faultMs).toSorted((a, b) => a - b)]
  const longest = moments.reduce((most, at, index) => Math.max(most, at - (moments[index - 1] ?? at)), 0)
  return untilMs - (moments.at(-1) ?? faultMs) > longest ? null : longest
}

export function judgeDrill(drill: Drill, evidence: Evidence, { steadyMs, writesBackMs }: DrillFindings): Verdict[] {
  const { limits } = drill
  const failed = actionKinds.reduce((sum, kind) => sum + evidence.series.total(kind).failed, 0)
  const repeated = actionKinds.reduce((sum, kind) => sum + evidence.series.total(kind).repeated, 0)
  return [
    ...judge(evidence).filter(({ id }) => shared.includes(id)),
    {
      id: 'failed',
      name: limits.failed === 0 ? 'No request fails' : `At most ${limits.failed} requests fail`,
      isGood: failed <= limits.failed,
      found: `${failed} failed; ${repeated} were sent a second time, as our own clients do.`,
    },
    {
      id: 'writes-back',
      name: `Orders pause for ${seconds(limits.writesBackMs)} at most`,
      isGood: writesBackMs !== null && writesBackMs <= limits.writesBackMs,
      found:
        writesBackMs === null
          ? 'No order was acknowledged any more.'
          : `${seconds(writesBackMs)}, the ordinary time between two orders included.`,
    },
    {
      id: 'steady-again',
      name: `Every pod is ready again within ${seconds(limits.steadyMs)}`,
      isGood: steadyMs !== null,
      found: steadyMs === null ? 'Not within this time.' : `After ${seconds(steadyMs)}.`,
    },
  ]
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`
}
