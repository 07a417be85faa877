import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import type { Manifest } from '../../app/storefront/src/assets/manifest.ts'
import type { CheckoutFigures } from '../../rehearsal/bench/checkout-load.ts'
import type { ReadFigures } from '../../rehearsal/bench/read-load.ts'
import { play } from './play.ts'
import { type MeasuredShop, residentMiB } from './shop.ts'

const root = path.resolve(import.meta.dirname, '..', '..')
const manifestFile = path.join(root, 'app', 'storefront', 'dist', 'manifest.json')
const warmUpMs = 2_000
const measureMs = 6_000
/** Each load is played this often; the report gives the median run. */
const runs = 3
const shoppersAtOnce = [1, 8, 32, 64]
const readConnections = 16
/** By then the processes have done what they do once after their start. */
const restMs = 5_000
const kib = 1024

export type PageWeight = { page: string; htmlKb: number; scriptKb: number; styleKb: number; scripts: number }

/** Plays a load in its own process `runs` times; returns the run with the median rate. */
async function playOften<F extends { perSecond: number }>(kind: 'checkouts' | 'reads', load: object): Promise<F> {
  const figures: F[] = []
  for (let time = 0; time < runs; time++) figures.push(await play<F>(kind, load))
  return figures.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs / 2)] as F
}

/** Complete checkouts against the api: a new cart, a second line, a quote, an order; ledger rows and message jobs written. */
export async function measureCheckouts(shop: MeasuredShop): Promise<CheckoutFigures[]> {
  const variantIds = shop.products.map((product) => product.variantId)
  const figures: CheckoutFigures[] = []
  for (const shoppers of shoppersAtOnce) {
    const load = { origin: shop.apiOrigin, shoppers, warmUpMs, measureMs, variantIds, upazilaId: shop.upazilaId }
    figures.push(await playOften<CheckoutFigures>('checkouts', load))
  }
  return figures
}

/** Reads against the api and, for pages, against the public origin. */
export async function measureCatalogueReads(shop: MeasuredShop): Promise<Record<string, ReadFigures>> {
  const slugs = shop.products.map((product) => product.slug)
  const categories = [...new Set(shop.products.map((product) => product.categorySlug))]
  const words = [
    'samsung',
    'মোবাইল',
    'phn',
    'charger samsung',
    'frij',
    'redmi note',
    'router',
    'hedphone',
    'ssd 1tb',
    'এসি',
  ]
  const kinds = {
    'category list (api)': [shop.apiOrigin, categories.map((slug) => `/api/catalogue/products?category=${slug}`)],
    'product (api)': [shop.apiOrigin, slugs.map((slug) => `/api/catalogue/products/${slug}`)],
    'search (api)': [shop.apiOrigin, words.map((word) => `/api/catalogue/products?query=${encodeURIComponent(word)}`)],
    'suggestions (api)': [
      shop.apiOrigin,
      words.map((word) => `/api/catalogue/suggestions?query=${encodeURIComponent(word)}`),
    ],
    'product page (storefront)': [shop.origin, slugs.map((slug) => `/en/p/${slug}`)],
    'category page (storefront)': [shop.origin, categories.map((slug) => `/bn/c/${slug}`)],
    'waiting room, one poll (storefront)': [shop.origin, [`/api/waiting-rooms/${shop.saleId}`]],
  } satisfies Record<string, [string, string[]]>
  const figures: Record<string, ReadFigures> = {}
  for (const [name, [origin, paths]] of Object.entries(kinds)) {
    figures[name] = await playOften<ReadFigures>('reads', {
      origin,
      paths,
      connections: readConnections,
      warmUpMs,
      measureMs,
    })
  }
  return figures
}

/** Resident memory of every process, MiB. */
export function measureMemory(shop: MeasuredShop): Record<string, number> {
  return Object.fromEntries(shop.processes().map(({ name, pid }) => [name, residentMiB(pid)]))
}

/** What a page may ever make a browser fetch, each file alone through gzip -9: not the code of islands that it does not have. */
export async function measurePages(shop: MeasuredShop): Promise<PageWeight[]> {
  const [product] = shop.products
  if (product === undefined) throw new Error('the shop is empty')
  const pages = [
    '/en',
    '/bn',
    `/en/c/${product.categorySlug}`,
    `/bn/c/${product.categorySlug}`,
    `/en/p/${product.slug}`,
    `/bn/p/${product.slug}`,
    '/en/search?q=samsung',
    '/en/cart',
    '/en/checkout',
  ]
  return Promise.all([...pages.map((page) => weighPage(shop.origin, page)), weighConsole(shop.origin)])
}

/** The console in English until its first page can be shown: its script, all that the page names beside it, and the words. */
async function weighConsole(origin: string): Promise<PageWeight> {
  const page = '/console'
  const html = await fetchBytes(`${origin}${page}`)
  const text = html.toString('utf8')
  const named = (ending: string) =>
    [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, href = '']) => href).filter((href) => href.endsWith(ending))
  const own = await Promise.all(named('.js').map((href) => fetchBytes(new URL(href, origin).href)))
  const [words = ''] = own.flatMap((bytes) => /[^"'`]*texts-en-[^"'`]+\.js/.exec(bytes.toString('utf8')) ?? [])
  const scripts = [...own, await fetchBytes(new URL(words, `${origin}${page}`).href)]
  const styles = await Promise.all(named('.css').map((href) => fetchBytes(new URL(href, origin).href)))
  return {
    page: `${page} (before its first page)`,
    htmlKb: zippedKb([html]),
    scriptKb: zippedKb(scripts),
    styleKb: zippedKb(styles),
    scripts: scripts.length,
  }
}

/** Each alone through gzip -9. */
function zippedKb(files: readonly Buffer[]): number {
  return files.reduce((sum, bytes) => sum + gzipSync(bytes, { level: 9 }).length, 0) / kib
}

async function weighPage(origin: string, page: string): Promise<PageWeight> {
  const html = await fetchBytes(`${origin}${page}`)
  const text = html.toString('utf8')
  const styles = [
    ...text.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<link[^>]+href="([^"]+)"[^>]+rel="stylesheet"/g),
  ].map((match) => match[1] ?? match[2] ?? '')
  const scripts = await findScripts(
    origin,
    [...text.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? ''),
    new Set([...text.matchAll(/data-island="([^"]+)"/g)].map((match) => match[1] ?? '')),
  )
  const style = await Promise.all(styles.map((href) => fetchBytes(new URL(href, origin).href)))
  return {
    page,
    htmlKb: zippedKb([html]),
    scriptKb: zippedKb(scripts),
    styleKb: zippedKb(style),
    scripts: scripts.length,
  }
}

/** Scripts with everything they import, statically or when needed: what the page costs at the most. `islands`: those it has. */
async function findScripts(
  origin: string,
  sources: readonly string[],
  islands: ReadonlySet<string>,
): Promise<Buffer[]> {
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest
  const isOther = (href: string) => {
    const source = manifest.scripts[href.split('/').at(-1) ?? '']?.source
    const island = /^src\/islands\/(.+)\.tsx$/.exec(source ?? '')?.[1]
    return island !== undefined && !islands.has(island)
  }
  const found = new Map<string, Buffer>()
  const waiting = sources.map((source) => new URL(source, origin).href)
  for (let href = waiting.pop(); href !== undefined; href = waiting.pop()) {
    if (found.has(href) || isOther(href)) continue
    const bytes = await fetchBytes(href)
    found.set(href, bytes)
    const imports = bytes.toString('utf8').matchAll(/(?:from|import)\s*\(?\s*["'](\.{0,2}\/[^"']+\.js)["']/g)
    for (const [, specifier = ''] of imports) waiting.push(new URL(specifier, href).href)
  }
  return [...found.values()]
}

async function fetchBytes(url: string): Promise<Buffer> {
  const answer = await fetch(url)
  return Buffer.from(await answer.arrayBuffer())
}

export type StartFigures = {
  /** From `npm start` to the first page. */
  secondStartSeconds: number
  /** Resident MiB of each kind of process, some seconds after that page. */
  memoryAtRest: Record<string, number>
}

/** `npm start` on the data of this shop, stopped before: how long it takes, and what its processes hold when nobody comes. */
export async function measureStart(shop: MeasuredShop): Promise<StartFigures> {
  await shop.stop()
  const beganAt = performance.now()
  const starter = spawn(
    process.execPath,
    [path.join(root, 'scripts', 'start.ts'), '--port', '0', '--data-folder', shop.dataFolder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const exited = once(starter, 'exit')
  let secondStartSeconds = Number.NaN
  for await (const line of createInterface({ input: starter.stdout })) {
    const origin = /^\s*Shop\s+(\S+)/.exec(line)?.[1]
    if (origin === undefined) continue
    await fetchBytes(`${origin}/en`)
    secondStartSeconds = (performance.now() - beganAt) / 1000
    break
  }
  await sleep(restMs)
  const memoryAtRest = measureMemory(shop)
  starter.stdout.resume()
  starter.kill('SIGINT')
  await exited
  return { secondStartSeconds, memoryAtRest }
}
