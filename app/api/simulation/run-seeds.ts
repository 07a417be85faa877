import { openLaboratory } from './laboratory.ts'
import { runSeed, type SeedResult } from './run-seed.ts'

export type SeedsOptions = {
  from: number
  count: number
  /** Lines of seeds side by side. */
  atOnce: number
  maxFailures: number
  /** Once aborted, no further seed begins. */
  signal?: AbortSignal
}

export type SeedsReport = {
  seedsRun: number
  steps: number
  crashes: number
  cancellations: number
  /** In the order in which they were found; those after the limit are not looked for. */
  failures: SeedResult[]
}

/** A failure shows what led to it; a replay shows all. */
const lastLines = 20

/**
 * Plays seeds from `from` on, `atOnce` of them side by side, each line of seeds in a database of its own. Stops early after
 * `maxFailures`.
 */
export async function runSeeds(
  serverUrl: string,
  { from, count, atOnce, maxFailures, signal }: SeedsOptions,
  onResult: (result: SeedResult) => void = () => undefined,
): Promise<SeedsReport> {
  const report: SeedsReport = { seedsRun: 0, steps: 0, crashes: 0, cancellations: 0, failures: [] }
  let next = from
  async function runLine(): Promise<void> {
    const laboratory = await openLaboratory(serverUrl)
    try {
      while (next < from + count && report.failures.length < maxFailures && !signal?.aborted) {
        const result = await runSeed(laboratory, next++)
        report.seedsRun++
        report.steps += result.schedule?.steps ?? 0
        report.crashes += result.schedule?.crashes ?? 0
        report.cancellations += result.schedule?.cancellations ?? 0
        if (result.failure !== null) report.failures.push(result)
        onResult(result)
      }
    } finally {
      await laboratory.close()
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, runLine))
  return report
}

/** What a failure means and how to see it again. */
export function describeFailure({ seed, history, failure }: SeedResult): string {
  const reason = failure instanceof Error ? failure.message : String(failure)
  const end = history.lines.slice(-lastLines).join('\n  ')
  return `seed ${seed}: ${reason}\nreplay it with: npm test -- app/api/simulation --seed ${seed}\nit ended with:\n  ${end}`
}

/** Everything that happened in a seed. */
export function describeHistory({ seed, history, failure }: SeedResult): string {
  const lines = [`seed ${seed}, history ${history.hash()}`, ...history.lines.map((line) => `  ${line}`)]
  const stack = failure instanceof Error ? [failure.stack ?? failure.message] : []
  return [...lines, ...stack].join('\n')
}
