import { openLaboratory } from './laboratory.ts'
import { runSeed, type SeedResult } from './run-seed.ts'

export type SeedsReport = {
  seedsRun: number
  steps: number
  crashes: number
  cancellations: number
  /** In the order in which they were found; those after the limit are not looked for. */
  failures: SeedResult[]
}

/**
 * Plays seeds from `from` on, `atOnce` of them side by side, each line of seeds in a database of its own. Stops early after
 * `maxFailures`.
 */
export async function runSeeds(
  serverUrl: string,
  { from, count, atOnce, maxFailures }: { from: number; count: number; atOnce: number; maxFailures: number },
  onResult: (result: SeedResult) => void = () => undefined,
): Promise<SeedsReport> {
  const report: SeedsReport = { seedsRun: 0, steps: 0, crashes: 0, cancellations: 0, failures: [] }
  let next = from
  async function runLine(): Promise<void> {
    const laboratory = await openLaboratory(serverUrl)
    try {
      while (next < from + count && report.failures.length < maxFailures) {
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
