import { type Evidence, judge, type Verdict } from '../judgement/verdicts.ts'
import { actionKinds } from '../measures/measures.ts'

/** Everything a rehearsal found. */
export type Result = Evidence & {
  verdicts: readonly Verdict[]
  /** ISO 8601, UTC. */
  startedAt: string
  machine: string
  /** What to type to play it again. */
  command: string
  problems: readonly [string, number][]
  /** Units of the product on sale that no visitor has yet, by the second; empty when there is none. */
  flashLeft: readonly number[]
  /** The drill that this was; absent: a rehearsal. */
  drill?: { name: string; sentence: string }
}

export type Circumstances = Omit<Result, keyof Evidence | 'verdicts'>

export function conclude(evidence: Evidence, circumstances: Circumstances): Result {
  return { ...evidence, ...circumstances, verdicts: judge(evidence) }
}

export function isPassed(result: Pick<Result, 'verdicts'>): boolean {
  return result.verdicts.every(({ isGood }) => isGood)
}

/** The same as JSON, for programs: figures by kind and by second. */
export function toJson(result: Result): object {
  const { series, plan, database, comparison, waits } = result
  const { ca: _, ...shownPlan } = plan
  const waiting = series.waiting()
  const kindsOf = (from: number, to: number) =>
    Object.fromEntries(
      actionKinds.flatMap((kind) => {
        const { latency, ...counts } = series.total(kind, from, to)
        if (latency.total === 0) return []
        const quantiles = { p50Ms: latency.quantile(0.5), p95Ms: latency.quantile(0.95), p99Ms: latency.quantile(0.99) }
        return [[kind, { ...counts, ...quantiles }]]
      }),
    )
  return {
    isPassed: isPassed(result),
    startedAt: result.startedAt,
    machine: result.machine,
    command: result.command,
    ...(result.drill !== undefined && { drill: result.drill.name }),
    plan: shownPlan,
    verdicts: result.verdicts,
    mostConnections: result.mostConnections,
    orders: comparison,
    waits: waits === null ? null : { ...waits, promises: waits.promises.length },
    database,
    faults: result.faults,
    recoveries: result.recoveries.map(({ fault, ...rest }) => ({ name: fault.name, ...rest })),
    problems: result.problems.map(([sentence, times]) => ({ sentence, times })),
    kinds: kindsOf(0, series.seconds.length),
    seconds: series.seconds.map((second, index) => ({
      at: second.at,
      arrived: second.arrived,
      waiting: waiting[index],
      ordered: second.ordered,
      kinds: kindsOf(second.at, second.at + 1),
    })),
  }
}
