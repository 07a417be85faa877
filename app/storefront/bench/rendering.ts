import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { CategorySummary, Product } from '@dhakacart/contract/catalogue.schema.ts'
import type { Division } from '@dhakacart/contract/delivery.schema.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { build } from '../build.ts'
import type { Manifest } from '../src/assets/manifest.ts'
import { renderDocument } from '../src/render/document.ts'
import type * as Views from '../src/render/views.tsx'
import { wholePageBundle } from './whole-page.ts'

/**
 * Compares ways to render and hydrate the product page, on one core by processor time, so that a busy machine changes little:
 * `node app/storefront/bench/rendering.ts http://127.0.0.1:<api port> <product slug>`
 */
const [apiOrigin, slug] = process.argv.slice(2)
if (!apiOrigin || !slug) throw new Error('give the address of a running api and the slug of a product')

const folder = join(import.meta.dirname, '..')
const rounds = 600

const ask = async <T>(path: string) => (await (await fetch(apiOrigin + path)).json()) as T
const product = await ask<Product>(`/api/catalogue/products/${slug}`)
const { categories } = await ask<{ categories: CategorySummary[] }>('/api/catalogue/categories')
const { divisions } = await ask<{ divisions: Division[] }>('/api/delivery/districts')
const variant = product.variants[0]
if (!variant) throw new Error('this product has no variants')

await build()
const manifest = JSON.parse(readFileSync(join(folder, 'dist/manifest.json'), 'utf8')) as Manifest
const { renderBody } = (await import(pathToFileURL(join(folder, 'dist', manifest.views)).href)) as typeof Views
const publicOrigin = readPublicOrigin('http://localhost:3000')
const props = {
  product,
  variant,
  crumbs: [{ name: 'Home', path: '/bn' }],
  divisions,
  estimate: null,
  instalments: null,
  room: null,
}
const frame = { language: 'bn' as const, path: `/p/${slug}`, searchText: '', categories, sales: [] }
const head = { title: 'x', canonicalPath: `/p/${slug}` }

const islands = () => renderDocument(renderBody('product', props, frame), head, 'bn', { publicOrigin, manifest })
const whole = await wholePageBundle(folder, manifest.urls)
const wholeProps = { props, frame }
const wholeDocument = (render: typeof whole.renderToString) => () =>
  `<!DOCTYPE html><html lang="bn"><body>${render(wholeProps)}<script type="application/json">${JSON.stringify(wholeProps)}</script></body></html>`

const bytes = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length
const main = manifest.script.url.split('/').at(-1) ?? ''
const scripts = Object.keys(manifest.scripts).filter((name) => name === main || isLoadedByProduct(name))
const islandScripts = scripts.reduce((sum, name) => sum + bytes(readFileSync(join(folder, 'dist/assets', name))), 0)

console.table({
  'islands, first load': row(islands, bytes(readFileSync(join(folder, 'dist/assets', main)))),
  'islands, all awake': row(islands, islandScripts),
  'whole page, renderToString': row(wholeDocument(whole.renderToString), whole.browserBytes),
})
const html = Buffer.from(islands())
const style = readFileSync(join(folder, 'dist/assets', manifest.style.url.split('/').at(-1) ?? ''))
console.table({
  'style sheet apart': { 'first page, B': bytes(html) + bytes(style), 'every further page, B': bytes(html) },
  'style sheet inside': inside(bytes(Buffer.concat([html, style]))),
})
const brotli = (quality: number) => () =>
  brotliCompressSync(html, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: html.length },
  })
console.table(
  Object.fromEntries(
    [
      ['gzip 6', () => gzipSync(html, { level: 6 })] as const,
      ...[1, 4, 5, 6].map((quality) => [`brotli ${quality}`, brotli(quality)] as const),
    ].map(([name, compress]) => [name, { 'pages/s of one core': perSecond(compress), bytes: compress().length }]),
  ),
)

function row(render: () => string, scriptBytes: number) {
  const page = render()
  return {
    'renders/s of one core': perSecond(render),
    'HTML kB': Math.round(page.length / 100) / 10,
    'HTML gzip -9, B': bytes(page),
    'scripts gzip -9, B': scriptBytes,
  }
}

function inside(size: number) {
  return { 'first page, B': size, 'every further page, B': size }
}

/** Calls per second of processor time, after warming up. */
function perSecond(work: () => unknown): number {
  for (let round = 0; round < rounds / 2; round += 1) work()
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) work()
  const { user, system } = process.cpuUsage(before)
  return Math.round((rounds * 1_000_000) / (user + system))
}

function isLoadedByProduct(name: string): boolean {
  const wanted = ['search-box', 'product-panel', 'delivery-estimate'].map((island) => `src/islands/${island}.tsx`)
  const entries = Object.entries(manifest.scripts).filter(([, { source }]) =>
    [...wanted, 'src/browser/hydrate.ts'].includes(source ?? ''),
  )
  const reached = new Set<string>()
  const reach = (file: string) => {
    if (reached.has(file)) return
    reached.add(file)
    for (const imported of manifest.scripts[file]?.imports ?? []) reach(imported)
  }
  for (const [file] of entries) reach(file)
  for (const file of manifest.scripts[main]?.imports ?? []) reach(file)
  return reached.has(name)
}
