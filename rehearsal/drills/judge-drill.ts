import { type Evidence, judge, type Verdict } from '../judgement/verdicts.ts'
import { actionKinds } from '../measures/measures.ts'
import type { JournalEntry } from '../visitors/journal.ts'
import type { Drill } from './drill.ts'

export type DrillFindings = {
  /** Milliseconds from the fault until every pod was ready again; null: not within the limit. */
  readonly steadyMs: number | null
  /** Milliseconds from the fault until orders were acknowledged again; null: not until the end. */
  readonly writesBackMs: number | null
}

/** A fault may take effect this much after it was ordered. */
const effectWithinMs = 5_000
/** What every rehearsal has to hold holds here too; the rest is the drill's own. */
const shared: readonly Verdict['id'][] = ['not-lost', 'not-doubled', 'browsing', 'answered', 'healed']

/**
 * From the fault to the end of the longest silence that began soon after it: an upper bound, because between two orders some time
 * passes anyway. Null when no order was acknowledged after the silence.
 */
export function findWritesBack(journal: readonly JournalEntry[], faultMs: number): number | null {
  const told = journal.filter(({ number }) => number !== null).map(({ answeredMs }) => answeredMs)
  const moments = [faultMs, ...told.filter((at) => at > faultMs).toSorted((a, b) => a - b)]
  let longest = 0
  let backMs: number | null = null
  for (const [index, at] of moments.entries()) {
    const next = moments[index + 1]
    if (at - faultMs > effectWithinMs) break
    if (next === undefined) return null
    if (next - at <= longest) continue
    longest = next - at
    backMs = next - faultMs
  }
  return backMs
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
      name: `Orders go on within ${seconds(limits.writesBackMs)}`,
      isGood: writesBackMs !== null && writesBackMs <= limits.writesBackMs,
      found: writesBackMs === null ? 'No order was acknowledged any more.' : `After ${seconds(writesBackMs)}.`,
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
