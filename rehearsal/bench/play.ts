import { playCheckouts } from './checkout-load.ts'
import { playOverload } from './overload-load.ts'
import { playReads } from './read-load.ts'

/**
 * A load in a process of its own, so that its work is not the shop's: `node play.ts checkouts|overload|reads '<the load as JSON>'` prints
 * the figures as JSON.
 */
const [kind, load = '{}'] = process.argv.slice(2)
const players: Record<string, (load: never) => Promise<object>> = {
  checkouts: playCheckouts,
  overload: playOverload,
  reads: playReads,
}
const player = players[kind ?? '']
if (player === undefined) throw new Error(`there is no load called ${kind}: give checkouts, overload or reads`)
process.stdout.write(`${JSON.stringify(await player(JSON.parse(load) as never))}\n`)
