import process from 'node:process'

const BEAT_MS = 10_000

/** Says what is being done, that it still is, and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const startedAt = performance.now()
  const seconds = () => ((performance.now() - startedAt) / 1_000).toFixed(1)
  const beat = setInterval(() => process.stdout.write(`  … ${title} (${seconds()} s)\n`), BEAT_MS)
  try {
    const result = await work()
    process.stdout.write(`  ✓ ${title} (${seconds()} s)\n`)
    return result
  } catch (error) {
    process.stdout.write(`  ✗ ${title} (${seconds()} s)\n`)
    throw error
  } finally {
    clearInterval(beat)
  }
}
