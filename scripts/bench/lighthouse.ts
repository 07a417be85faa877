import { execFile } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { PlainFailure } from '../command.ts'
import { requireChromium } from '../testing/chromium.ts'
import type { MeasuredShop } from './shop.ts'

/** Fetched when first needed, outside the lock file: a hundred packages that nothing else uses. */
const lighthouseVersion = '13.5.0'
/** Chromium sometimes loses the trace of a load on a busy machine; such a visit is made again. */
const maxTries = 3
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const chromeFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const run = promisify(execFile)

export type LighthouseScores = { page: string; scores: Record<(typeof categories)[number], number> }

/** Lighthouse's mobile preset (simulated slow 4G, slow processor), the median of `runs` visits per page and category, 0 to 100. */
export async function measureLighthouse(
  shop: MeasuredShop,
  toolFolder: string,
  runs: number,
): Promise<LighthouseScores[]> {
  const program = await installLighthouse(toolFolder)
  const [product] = shop.products
  if (product === undefined) throw new Error('the shop is empty')
  const cookie = await fillCart(shop)
  const paths = ['', `/c/${product.categorySlug}`, `/p/${product.slug}`, '/checkout']
  const results: LighthouseScores[] = []
  for (const page of paths.flatMap((pagePath) => [`/en${pagePath}`, `/bn${pagePath}`])) {
    const reports: LighthouseScores['scores'][] = []
    for (let time = 0; time < runs; time++) reports.push(await visitPatiently(program, `${shop.origin}${page}`, cookie))
    const median = (category: (typeof categories)[number]) =>
      reports.map((report) => report[category]).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
    const scores = Object.fromEntries(categories.map((category) => [category, median(category)]))
    results.push({ page, scores: scores as LighthouseScores['scores'] })
    process.stdout.write(`  ${page}: ${Object.values(scores).join(', ')}\n`)
  }
  return results
}

async function installLighthouse(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const wanted = `lighthouse@${lighthouseVersion}`
  await run('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', wanted]).catch((error) => {
    throw new PlainFailure(`Lighthouse cannot be fetched: ${String(error).split('\n')[0]}`)
  })
  return path.join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js')
}

/** The cookie of a cart with one product, so that checkout shows its form. */
async function fillCart(shop: MeasuredShop): Promise<string> {
  const answer = await fetch(`${shop.origin}/api/cart/lines`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
    body: JSON.stringify({ variantId: shop.products[0]?.variantId, quantity: 1 }),
  })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error(`no cart: ${answer.status} ${await answer.text()}`)
  return cookie
}

async function visitPatiently(program: string, url: string, cookie: string): Promise<LighthouseScores['scores']> {
  for (let tried = 1; ; tried++) {
    try {
      return await visit(program, url, cookie)
    } catch (error) {
      if (tried === maxTries) throw error
    }
  }
}

async function visit(program: string, url: string, cookie: string): Promise<LighthouseScores['scores']> {
  const settings = [
    url,
    '--quiet',
    '--output=json',
    `--only-categories=${categories.join(',')}`,
    `--chrome-flags=${chromeFlags.join(' ')}`,
    `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
  ]
  const { stdout } = await run(process.execPath, [program, ...settings], {
    env: { ...process.env, CHROME_PATH: requireChromium() },
    maxBuffer: 1 << 26,
  })
  const report = JSON.parse(stdout) as { categories: Record<string, { score: number | null }> }
  const scores = categories.map((category) => [category, Math.round((report.categories[category]?.score ?? 0) * 100)])
  return Object.fromEntries(scores) as LighthouseScores['scores']
}
