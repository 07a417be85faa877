import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import type { ReadFigures } from '../../rehearsal/bench/read-load.ts'
import { play } from './play.ts'
import type { MeasuredShop } from './shop.ts'

const pagesAsked = 200
const connections = 16
/** Few enough that at 1 × already each is asked for between two changes. */
const pagesVisited = 40
/** Visitors' requests per second at 1 ×. */
const visitorsPerSecond = 200
const visitMs = 12_000
const editEveryMs = 2_000
/** Renders that visitors brought; what the storefront does of itself depends on how busy it is. */
const forVisitors = /reason="(?:visitor|change)"/
const kib = 1_024

export type MemoryFigures = {
  kept: ReadFigures
  /** The same answers, with their headers, from nothing but node:http. */
  bare: ReadFigures
  /** Their bodies alone. */
  bareBodies: ReadFigures
  /** Pages rendered for visitors while the same edits were made, by how many times the visitors came. */
  renders: Record<'1' | '10', { requests: number; renders: number }>
  pages: number
  keptKib: number
}

/** Pages from the storefront's memory, against the same bytes from bare node:http; and what ten times the visitors cost. */
export async function measurePagesFromMemory(shop: MeasuredShop): Promise<MemoryFigures> {
  const paths = shop.products.slice(0, pagesAsked).map(({ slug }) => `/en/p/${slug}`)
  const whole = await startBareServer(shop.origin, paths, 'whole')
  const bodies = await startBareServer(shop.origin, paths, 'body')
  try {
    const load = { paths, connections, warmUpMs: 1_000, measureMs: 4_000 }
    // In turn, so that what else the machine does meets both.
    const [kept, bare, bareBodies] = await playInTurn([shop, whole, bodies].map(({ origin }) => ({ ...load, origin })))
    if (kept === undefined || bare === undefined || bareBodies === undefined) throw new Error('a load has no figures')
    const visited = paths.slice(0, pagesVisited)
    const renders = { '1': await countRenders(shop, visited, 1), '10': await countRenders(shop, visited, 10) }
    const pages = await shop.storefrontFigure('page_cache_pages')
    return { kept, bare, bareBodies, renders, pages, keptKib: (await shop.storefrontFigure('page_cache_bytes')) / kib }
  } finally {
    await Promise.all([whole.stop(), bodies.stop()])
  }
}

async function playInTurn(loads: object[], rounds = 3): Promise<ReadFigures[]> {
  const figures: ReadFigures[][] = loads.map(() => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, load] of loads.entries()) figures[index]?.push(await play<ReadFigures>('reads', load))
  }
  return figures.map((of) => of.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds / 2)] as ReadFigures)
}

/** Every address carries a parameter of its own, and staff rename a product every two seconds, which changes every page. */
async function countRenders(shop: MeasuredShop, paths: readonly string[], times: number) {
  const before = await shop.storefrontFigure('page_renders_total', forVisitors)
  let edited = 0
  const edits = setInterval(() => {
    void shop.renameProduct(shop.products[edited % paths.length]?.slug ?? '')
    edited += 1
  }, editEveryMs)
  const { requests } = await play<ReadFigures>('reads', {
    origin: shop.origin,
    paths,
    connections: times * connections,
    perSecond: times * visitorsPerSecond,
    isTagged: true,
    warmUpMs: 0,
    measureMs: visitMs,
  }).finally(() => clearInterval(edits))
  return { requests, renders: (await shop.storefrontFigure('page_renders_total', forVisitors)) - before }
}

async function startBareServer(origin: string, paths: readonly string[], part: 'whole' | 'body') {
  const program = path.resolve(import.meta.dirname, '..', '..', 'rehearsal', 'bench', 'bare-server.ts')
  const child = spawn(process.execPath, [program, origin, JSON.stringify(paths), part], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  const [port] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await exited
    },
  }
}
