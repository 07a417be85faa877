import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { freePort } from '@dhakacart/service-kit/testing/processes.ts'
import { build } from '../build.ts'
import type { Manifest } from '../src/assets/manifest.ts'
import { dist, type StorefrontUnderTest, startStorefront } from './shop-under-test.ts'

let storefront: StorefrontUnderTest
let manifest: Manifest
before(async () => {
  storefront = await startStorefront(`http://127.0.0.1:${await freePort()}`)
  manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')) as Manifest
})
after(() => storefront.close())

const get = (url: string, encoding = '') => storefront.app.inject({ url, headers: { 'accept-encoding': encoding } })

test('a second build of the same sources does nothing', async () => {
  assert.equal(await build(), 'unchanged')
})

test('script and style are what their integrity says, in every encoding, for a year', async () => {
  for (const { url, integrity } of [manifest.script, manifest.style]) {
    const plain = await get(url)
    assert.equal(`sha384-${createHash('sha384').update(plain.rawPayload).digest('base64')}`, integrity)
    assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable')
    const [gzip, brotli] = [await get(url, 'gzip'), await get(url, 'gzip, deflate, br')]
    assert.deepEqual([gzip.headers['content-encoding'], brotli.headers['content-encoding']], ['gzip', 'br'])
    assert.ok(gunzipSync(gzip.rawPayload).equals(plain.rawPayload))
    assert.ok(brotliDecompressSync(brotli.rawPayload).equals(plain.rawPayload))
  }
})

test('nothing but built files can be read', async () => {
  for (const name of [
    'manifest.json',
    '..%2fmanifest.json',
    '..%2f..%2fpackage.json',
    '%2e%2e%2fmanifest.json',
    'main.js',
    'x-00000000.js',
  ]) {
    assert.equal((await get(`/assets/${name}`)).statusCode, 404, name)
  }
})

test('files of earlier builds are still served', async () => {
  const old = readdirSync(join(dist, 'assets')).find((name) => name.endsWith('.js') && !manifest.files.includes(name))
  for (const name of [manifest.files.find((file) => file.endsWith('.js')), old]) {
    if (name !== undefined) assert.equal((await get(`/assets/${name}`)).statusCode, 200, name)
  }
})

const scriptsMaxBytes = 92_160

const size = (name: string) => gzipSync(readFileSync(join(dist, 'assets', name)), { level: 9 }).length

for (const [page, own] of Object.entries({
  product: ['product-panel', 'delivery-estimate'],
  cart: ['cart-board'],
  checkout: ['checkout-form'],
})) {
  test(`all the JavaScript of a ${page} page fits into 90 kB`, () => {
    const total = [...filesOf(['search-box', ...own])].reduce((sum, name) => sum + size(name), 0)
    assert.ok(total > 50_000, 'React is not among the counted files')
    assert.ok(total <= scriptsMaxBytes, `${total} bytes`)
  })
}

test('the script that every page loads fits into 2.5 kB', () => {
  const main = manifest.script.url.split('/').at(-1) ?? ''
  assert.ok(size(main) <= 2_500, `${size(main)} bytes`)
})

/** The entry and everything the named islands import, as the build listed it. */
function filesOf(islands: string[]): Set<string> {
  const main = manifest.script.url.split('/').at(-1) ?? ''
  const found = new Set([main])
  const add = (name: string) => {
    if (found.has(name)) return
    found.add(name)
    for (const imported of manifest.scripts[name]?.imports ?? []) add(imported)
  }
  for (const imported of manifest.scripts[main]?.imports ?? []) add(imported)
  const sources = [...islands.map((island) => `src/islands/${island}.tsx`), 'src/browser/hydrate.ts']
  for (const [name, { source }] of Object.entries(manifest.scripts)) if (sources.includes(source ?? '')) add(name)
  return found
}
