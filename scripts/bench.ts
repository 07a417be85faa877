import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { measureLighthouse } from './bench/lighthouse.ts'
import {
  measureCatalogueReads,
  measureCheckouts,
  measureMemory,
  measurePages,
  measureStart,
} from './bench/measurements.ts'
import { measureOverload } from './bench/overload.ts'
import { measurePagesFromMemory } from './bench/pages-from-memory.ts'
import {
  describeBench,
  describeLighthouse,
  describeMachine,
  describeOverload,
  describeRoom,
  describeRush,
} from './bench/report.ts'
import { measureRush } from './bench/rush.ts'
import { measureSearch } from './bench/search.ts'
import { type MeasuredShop, startMeasuredShop } from './bench/shop.ts'
import { measureRoom, storefrontsOfRoom } from './bench/waiting-room.ts'
import { runCommand } from './command.ts'

const evidenceFolder = path.resolve(import.meta.dirname, '..', 'docs', 'evidence')

/**
 * npm run bench: starts a fresh shop with durable commits, measures it from outside and prints the figures; `-- --write` keeps
 * them in docs/evidence. `-- --lighthouse` measures pages with Lighthouse instead (ten minutes with the usual five
 * runs a page, `--runs=N` for others; needs Chromium), `-- --overload` how it bears
 * three times what it can do, `-- --rush` orders of one product, `-- --waiting-room` what 50,000 who wait cost. Nothing is
 * judged here: a busy machine gives other figures, never a failed test.
 */
async function bench(): Promise<number> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'dhakacart-bench-'))
  const kind = kinds.find((name) => process.argv.includes(`--${name}`)) ?? 'bench'
  const shop = await startMeasuredShop(dataFolder, kind === 'waiting-room' ? storefrontsOfRoom : 1)
  try {
    const markdown = await plays[kind](shop, dataFolder)
    process.stdout.write(markdown)
    if (process.argv.includes('--write')) writeFileSync(path.join(evidenceFolder, `${kind}.md`), markdown)
  } finally {
    await shop.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return 0
}

async function playOverload(shop: MeasuredShop): Promise<string> {
  return describeOverload(describeMachine(), await measureOverload(shop, (line) => process.stderr.write(`${line}\n`)))
}

async function playRush(shop: MeasuredShop): Promise<string> {
  return describeRush(describeMachine(), await measureRush(shop))
}

async function playLoads(shop: MeasuredShop): Promise<string> {
  return describeBench({
    machine: describeMachine(),
    // Before anything else asks the api to search.
    search: await measureSearch(shop),
    pages: await measurePages(shop),
    memory: await measurePagesFromMemory(shop),
    reads: await measureCatalogueReads(shop),
    checkouts: await measureCheckouts(shop),
    memoryAfterLoad: measureMemory(shop),
    start: await measureStart(shop),
  })
}

async function playLighthouse(shop: MeasuredShop, dataFolder: string): Promise<string> {
  const runs = Number(process.argv.find((argument) => argument.startsWith('--runs='))?.slice('--runs='.length) ?? 5)
  const results = await measureLighthouse(shop, path.join(dataFolder, 'tools'), runs)
  return describeLighthouse(describeMachine(), runs, results)
}

async function playRoom(shop: MeasuredShop): Promise<string> {
  return describeRoom(describeMachine(), await measureRoom(shop))
}

const plays = {
  bench: playLoads,
  lighthouse: playLighthouse,
  overload: playOverload,
  rush: playRush,
  'waiting-room': playRoom,
}
const kinds = Object.keys(plays) as (keyof typeof plays)[]

await runCommand(bench)
