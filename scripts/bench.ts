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
import { describeMachine, toMarkdown } from './bench/report.ts'
import { startMeasuredShop } from './bench/shop.ts'
import { runCommand } from './command.ts'

const root = path.resolve(import.meta.dirname, '..')
const evidenceFile = path.join(root, 'docs', 'evidence', 'bench.md')

/**
 * npm run bench: starts a fresh shop with durable commits, measures it from outside and prints the figures; `-- --write` keeps
 * them in docs/evidence/bench.md, `-- --lighthouse` adds Lighthouse (ten minutes, needs Chromium). Nothing is judged here: a busy
 * machine gives other figures, never a failed test.
 */
async function bench(): Promise<number> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'dhakacart-bench-'))
  const shop = await startMeasuredShop(dataFolder)
  try {
    const figures = {
      machine: describeMachine(),
      memoryAtRest: measureMemory(shop),
      pages: await measurePages(shop),
      reads: await measureCatalogueReads(shop),
      checkouts: await measureCheckouts(shop),
      memoryAfterLoad: measureMemory(shop),
      lighthouse: process.argv.includes('--lighthouse')
        ? await measureLighthouse(shop, path.join(dataFolder, 'tools'))
        : [],
      start: await measureStart(shop),
    }
    const markdown = toMarkdown(figures)
    process.stdout.write(markdown)
    if (process.argv.includes('--write')) writeFileSync(evidenceFile, markdown)
  } finally {
    await shop.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return 0
}

await runCommand(bench)
