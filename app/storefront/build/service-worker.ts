import { createHash } from 'node:crypto'
import { build } from 'esbuild'
import type { BrowserBuild } from './browser.ts'

/** Bundles the service worker, which must lie at one address without a hash, with the list of what it keeps. */
export async function buildServiceWorker(folder: string, { script, style, urls }: BrowserBuild): Promise<string> {
  const logo = urls['logo.svg']
  const paths = ['/en/offline', '/bn/offline', style.url, script.url, ...(logo === undefined ? [] : [logo])]
  const name = `offline-${createHash('sha256').update(paths.join()).digest('hex').slice(0, 12)}`
  const result = await build({
    absWorkingDir: folder,
    entryPoints: ['src/browser/service-worker.ts'],
    bundle: true,
    minify: true,
    write: false,
    define: { offlineFiles: JSON.stringify({ name, paths }) },
  })
  return result.outputFiles[0]?.text ?? ''
}
