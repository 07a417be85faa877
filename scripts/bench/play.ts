import { execFile } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const player = path.resolve(import.meta.dirname, '..', '..', 'rehearsal', 'bench', 'play.ts')
const run = promisify(execFile)

/** Plays a load once, in a process of its own; on one core alone where `core` names it, which needs `taskset` (Linux). */
export async function play<F>(
  kind: 'checkouts' | 'overload' | 'polls' | 'reads' | 'rush',
  load: object,
  { core }: { core?: string } = {},
): Promise<F> {
  const command = [...(core === undefined ? [] : ['taskset', '-c', core]), process.execPath, player, kind]
  const [program = '', ...parameters] = command
  const playing = run(program, parameters, { maxBuffer: 1 << 24 })
  // Thousands of carts are more than a command line may hold.
  playing.child.stdin?.end(JSON.stringify(load))
  return JSON.parse((await playing).stdout) as F
}
