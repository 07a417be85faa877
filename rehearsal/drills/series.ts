import { actionKinds } from '../measures/measures.ts'
import { isPassed } from '../report/result.ts'
import type { DrillResult } from './play-drill.ts'

type Spread = {
  readonly p50: number | null
  readonly p95: number | null
  readonly most: number | null
  readonly never: number
}

/** What one drill, played many times, came to. */
export type SeriesSummary = {
  readonly times: number
  readonly held: number
  readonly acknowledged: number
  readonly lost: number
  readonly doubled: number
  readonly failed: number
  readonly repeated: number
  readonly writesBackMs: Spread
  readonly steadyMs: Spread
}

export function summarize(results: readonly DrillResult[]): SeriesSummary {
  const sum = (read: (one: DrillResult) => number) => results.reduce((total, one) => total + read(one), 0)
  const counted = (name: 'failed' | 'repeated') =>
    sum(({ result }) => actionKinds.reduce((total, kind) => total + result.series.total(kind)[name], 0))
  return {
    times: results.length,
    held: results.filter(({ result }) => isPassed(result)).length,
    acknowledged: sum(({ result }) => result.comparison.acknowledged),
    lost: sum(({ result }) => result.comparison.lost.length),
    doubled: sum(({ result }) => result.comparison.doubled.length),
    failed: counted('failed'),
    repeated: counted('repeated'),
    writesBackMs: spread(results.map(({ findings }) => findings.writesBackMs)),
    steadyMs: spread(results.map(({ findings }) => findings.steadyMs)),
  }
}

/** By nearest rank, so of twenty p95 is the nineteenth. Of those that ended; `never` counts the others. */
export function spread(values: readonly (number | null)[]): Spread {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const at = (share: number) => known[Math.max(0, Math.ceil(known.length * share) - 1)] ?? null
  return { p50: at(0.5), p95: at(0.95), most: at(1), never: values.length - known.length }
}

export function describeSeries(name: string, summary: SeriesSummary): string {
  const of = ({ p50, p95, most, never }: Spread) =>
    `p50 ${seconds(p50)}, p95 ${seconds(p95)}, at most ${seconds(most)}${never > 0 ? `, ${never} times never` : ''}`
  return [
    `${name}, ${summary.times} times: held ${summary.held} times`,
    `  orders: ${summary.acknowledged} acknowledged, ${summary.lost} lost, ${summary.doubled} doubled`,
    `  requests: ${summary.failed} failed, ${summary.repeated} sent a second time`,
    `  orders paused for: ${of(summary.writesBackMs)}`,
    `  all pods ready after: ${of(summary.steadyMs)}`,
  ].join('\n')
}

function seconds(ms: number | null): string {
  return ms === null ? '–' : `${(ms / 1_000).toFixed(1)} s`
}
