import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '..', '..')
const run = promisify(execFile)

/** Plays a load once, in a process of its own. */
export async function play<F>(kind: 'checkouts' | 'reads', load: object): Promise<F> {
  const player = path.join(root, 'rehearsal', 'bench', 'play.ts')
  const { stdout } = await run(process.execPath, [player, kind, JSON.stringify(load)], { maxBuffer: 1 << 24 })
  return JSON.parse(stdout) as F
}
