import process from 'node:process'
import type { CheckoutFigures } from '../../rehearsal/bench/checkout-load.ts'
import type { ReadFigures } from '../../rehearsal/bench/read-load.ts'
import { describeHardware } from '../processes/hardware.ts'
import type { LighthouseScores } from './lighthouse.ts'
import type { PageWeight, StartFigures } from './measurements.ts'
import type { OverloadRun } from './overload.ts'
import type { MemoryFigures } from './pages-from-memory.ts'
import type { RushRun } from './rush.ts'
import type { SearchFigures } from './search.ts'
import { type RoomRun, storefrontsOfRoom } from './waiting-room.ts'

export type Figures = {
  machine: string
  search: SearchFigures
  memoryAfterLoad: Record<string, number>
  pages: readonly PageWeight[]
  memory: MemoryFigures
  reads: Record<string, ReadFigures>
  checkouts: readonly CheckoutFigures[]
  start: StartFigures
}

/** Hardware and Node. */
export function describeMachine(): string {
  return `${describeHardware()}, Node ${process.version}`
}

export function describeBench(figures: Figures): string {
  return `# Bench

What \`npm run bench -- --write\` measured on ${new Date().toISOString().slice(0, 10)}: ${figures.machine}. Load generator, api, storefront, worker and PostgreSQL share the machine. One process of each kind, fsync and synchronous_commit on. Each load is played three times; the table shows the median run.

## Complete checkouts (new cart, second line, quote, order: four requests to the api)

${table(
  ['shoppers at once', 'checkouts/s', 'p50 ms', 'p99 ms', 'errors'],
  figures.checkouts.map((row) => [
    row.shoppers,
    round(row.perSecond),
    round(row.p50Ms, 1),
    round(row.p99Ms, 1),
    row.errors,
  ]),
)}

## Reads (16 connections)

${table(
  ['what', 'per second', 'p50 ms', 'p99 ms', 'errors'],
  Object.entries(figures.reads).map(([name, row]) => [
    name,
    round(row.perSecond),
    round(row.p50Ms, 1),
    round(row.p99Ms, 1),
    row.errors,
  ]),
)}

## Search (each query that it is judged by once, one after the other, at an api that was asked for none of them before)

${table(
  ['queries', 'p50 ms', 'p95 ms', 'slowest ms', 'errors'],
  [
    [
      figures.search.queries,
      round(figures.search.p50Ms, 1),
      round(figures.search.p95Ms, 1),
      round(figures.search.mostMs, 1),
      figures.search.errors,
    ],
  ],
)}

## Pages from memory

${describeMemory(figures.memory)}

## Pages (kB = 1,024 bytes after gzip -9, each file alone; scripts with all that the page may import)

${table(
  ['page', 'HTML', 'JavaScript', 'CSS', 'script files'],
  figures.pages.map((row) => [
    row.page,
    round(row.htmlKb, 1),
    round(row.scriptKb, 1),
    round(row.styleKb, 1),
    row.scripts,
  ]),
)}

## Memory (resident, MiB)

${table(
  ['process', 'at rest, as `npm start` runs it', 'after the loads'],
  Object.entries(figures.start.memoryAtRest).map(([name, atRest]) => [
    name,
    round(atRest),
    name in figures.memoryAfterLoad ? round(figures.memoryAfterLoad[name] ?? Number.NaN) : '-',
  ]),
)}

## Start

Second start, to the first page answered: ${round(figures.start.secondStartSeconds, 1)} s.
`
}

function describeMemory({ kept, bare, bareBodies, renders, pages, keptKib }: MemoryFigures): string {
  const rates = table(
    ['200 product pages, brotli, 16 connections', 'per second', 'p50 ms', 'p99 ms', 'errors'],
    Object.entries({
      'from the storefront': kept,
      'the same bytes, headers and body, from bare node:http': bare,
      'their bodies alone from bare node:http': bareBodies,
    }).map(([name, row]) => [name, round(row.perSecond), round(row.p50Ms, 1), round(row.p99Ms, 1), row.errors]),
  )
  const ofBare = ({ perSecond }: ReadFigures) => round((100 * kept.perSecond) / perSecond)
  const visits = Object.entries(renders).map(([times, row]) => [`${times} ×`, round(row.requests), round(row.renders)])
  return `${rates}

${ofBare(bare)} % of bare node:http with the same bytes, ${ofBare(bareBodies)} % of it with the bodies alone. Kept: ${round(pages)} pages in ${round(keptKib / 1_024, 1)} MiB.

40 pages, each request with a parameter of its own, while staff rename a product every two seconds:

${table(['visitors', 'requests', 'pages rendered for them'], visits)}`
}

export function describeLighthouse(machine: string, runs: number, results: readonly LighthouseScores[]): string {
  const rows = results.map(({ page, scores }) => [
    page,
    scores.performance,
    scores.accessibility,
    scores['best-practices'],
    scores.seo,
  ])
  return `# Lighthouse

What \`npm run bench -- --lighthouse --write\` measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. Mobile preset (simulated slow 4G), the median of ${runs} runs a page; Chromium, shop and PostgreSQL share the machine.

${table(['page', 'performance', 'accessibility', 'best practices', 'SEO'], rows)}
`
}

export function describeOverload(machine: string, runs: readonly OverloadRun[]): string {
  const rows = runs.map(({ times, perSecond, figures }) => [
    `${times} ×`,
    perSecond,
    figures.accepted,
    `${round((figures.completed / Math.max(1, figures.accepted)) * 100, 2)} %`,
    round(figures.goodput),
    round(figures.p50Ms),
    round(figures.p99Ms),
  ])
  return `# Overload

What \`npm run bench -- --overload --write\` measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. Shop and PostgreSQL on one core, the load on the other; complete checkouts begin at a fixed rate whatever becomes of those before. 1 × is the highest rate of which all are accepted; each row lasted 20 s, in this order.

${table(['load', 'begun a second', 'accepted', 'of them completed', 'orders/s', 'p50 ms', 'p99 ms'], rows)}
`
}

export function describeRush(machine: string, runs: readonly RushRun[]): string {
  const rows = runs.map((run) => [
    run.buyers,
    round(run.perSecond),
    round(run.p50Ms),
    round(run.p99Ms),
    `${round(run.sold)} of ${round(run.units)}`,
    run.onHandAfter,
    round(run.soldOut),
    run.errors,
  ])
  return `# Rush

What \`npm run bench -- --rush --write\` measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. Orders of one product with durable commits; carts are ready, each order is one request to the one process of the api. Load generator, api, worker and PostgreSQL share the machine.

${table(['buyers at once', 'orders/s', 'p50 ms', 'p99 ms', 'sold', 'left', 'told that it is sold out', 'errors'], rows)}
`
}

export function describeRoom(machine: string, run: RoomRun): string {
  const { people, connections, callsPerSecond, seconds, cores, idleCores, perSecond, p50Ms, p99Ms, reopened, errors } =
    run
  const percent = (share: number) => `${round(100 * share, 1)} %`
  const sum = (shares: Record<string, number>) => Object.values(shares).reduce((total, share) => total + share, 0)
  const interval = round(people / perSecond, 1)
  const polls = [round(perSecond), interval, round(p50Ms, 1), round(p99Ms, 1), round(reopened), errors]
  const rows = Object.entries(cores).map(([kind, share]) => [kind, percent(idleCores[kind] ?? 0), percent(share)])
  return `# Waiting room

What \`npm run bench -- --waiting-room --write\` measured on ${new Date().toISOString().slice(0, 10)}: ${machine}. ${round(people)} people on connections of their own (${round(connections)} counted by the kernel at the side of the shop), spread over all places of the line, who ask for the room's document as often as the shop's page does when ${callsPerSecond} a second are called; for ${seconds} s after all had come. ${storefrontsOfRoom} storefront processes, because one may have 20,000 files open. People, shop and PostgreSQL share the machine.

${table(['polls a second', 'mean interval s', 'p50 ms', 'p99 ms', 'connections made anew', 'errors'], [polls])}

${table(['processor time, of one core', 'before anybody came', 'while they wait'], [...rows, ['together', percent(sum(idleCores)), percent(sum(cores))]])}
`
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

function round(value: number, digits = 0): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
