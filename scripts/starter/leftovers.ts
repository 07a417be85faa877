import { signalProcess, waitUntilGone } from '../processes/identity.ts'
import { readProcessFile } from './process-file.ts'

const LEFTOVER_LIMIT_MS = 5_000

/** What a killed starter left behind ends by itself at once; whoever does not is ended before ports are taken. */
export async function endLeftovers(dataFolder: string): Promise<void> {
  const leftover = readProcessFile(dataFolder)?.processes ?? []
  for (const one of leftover.filter(({ kind }) => kind !== 'postgres')) {
    if (await waitUntilGone(one, LEFTOVER_LIMIT_MS)) continue
    signalProcess(one, 'SIGKILL')
    await waitUntilGone(one, LEFTOVER_LIMIT_MS)
  }
}
