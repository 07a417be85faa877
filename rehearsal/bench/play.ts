import { text } from 'node:stream/consumers'
import { playCheckouts } from './checkout-load.ts'
import { playOverload } from './overload-load.ts'
import { playPolls } from './poll-load.ts'
import { playReads } from './read-load.ts'
import { playRush } from './rush-load.ts'

/**
 * A load in a process of its own, so that its work is not the shop's: `node play.ts checkouts|overload|polls|reads|rush` takes the load
 * as JSON on its standard input and prints the figures as JSON.
 */
const [kind] = process.argv.slice(2)
const players: Record<string, (load: never) => Promise<object>> = {
  checkouts: playCheckouts,
  overload: playOverload,
  polls: playPolls,
  reads: playReads,
  rush: playRush,
}
const player = players[kind ?? '']
if (player === undefined)
  throw new Error(`there is no load called ${kind}: give checkouts, overload, polls, reads or rush`)
process.stdout.write(`${JSON.stringify(await player(JSON.parse(await text(process.stdin)) as never))}\n`)
