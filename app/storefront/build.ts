import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fingerprint } from '@dhakacart/service-kit/built-files/fingerprint.ts'
import type { Manifest } from './src/assets/manifest.ts'

const folder = dirname(fileURLToPath(import.meta.url))
const dist = join(folder, 'dist')
/** Our sources, the contract's, the pictures, the build itself, the pinned versions. */
const roots = [
  'src',
  'assets',
  'build',
  'build.ts',
  'package.json',
  '../contract/src',
  '../service-kit/src/built-files',
  '../../package-lock.json',
]

/**
 * Builds what browsers load and the views the server renders with into dist/, unless nothing changed since the last
 * build. Files of earlier builds stay for a week, because pages that name them are still open or kept in caches.
 */
export async function build(): Promise<'built' | 'unchanged'> {
  const sources = fingerprint(folder, roots)
  const manifestPath = join(dist, 'manifest.json')
  if (existsSync(manifestPath)) {
    const manifest = JSON.parse(readFileSync(manifestPath, 'utf8')) as Manifest
    const isWhole =
      existsSync(join(dist, manifest.views)) && manifest.files.every((file) => existsSync(join(dist, 'assets', file)))
    if (manifest.sources === sources && isWhole) return 'unchanged'
  }
  await buildAnew(sources)
  return 'built'
}

/** The builder is loaded only when needed: no start after the first should wait for it. */
async function buildAnew(sources: string): Promise<void> {
  const { buildBrowser } = await import('./build/browser.ts')
  const { buildServer } = await import('./build/server.ts')
  const { buildServiceWorker } = await import('./build/service-worker.ts')
  const { writeFiles } = await import('./build/write-files.ts')
  const browser = await buildBrowser(folder)
  const views = await buildServer(folder, browser.urls)
  const serviceWorker = await buildServiceWorker(folder, browser)
  writeFiles(dist, { sources, serviceWorker, ...browser, ...views })
}

if (import.meta.main) {
  const startedAt = performance.now()
  const outcome = await build()
  console.log(`storefront: ${outcome} in ${Math.round(performance.now() - startedAt)} ms`)
}
