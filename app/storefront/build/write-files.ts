import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { removeOld, writeBuiltFiles, writeWhole } from '@dhakacart/service-kit/built-files/write-files.ts'
import type { Manifest } from '../src/assets/manifest.ts'
import type { BrowserBuild } from './browser.ts'

/** Views are read once, when a process starts. */
const keepViewsMs = 60 * 60 * 1000

type Built = BrowserBuild & { sources: string; serviceWorker: string; views: string; viewsContent: Uint8Array }

/** Writes the files, compressed ones beside them, and the manifest last: a build that was cut off is built again. */
export function writeFiles(dist: string, built: Built): void {
  mkdirSync(dist, { recursive: true })
  writeBuiltFiles(join(dist, 'assets'), built.contents)
  writeWhole(join(dist, built.views), built.viewsContent)
  const { sources, serviceWorker, views, script, scripts, style, urls } = built
  const manifest: Manifest = {
    sources,
    serviceWorker,
    views,
    script,
    scripts,
    style,
    urls,
    files: [...built.contents.keys()].toSorted(),
  }
  writeWhole(join(dist, 'manifest.json'), JSON.stringify(manifest, null, 2))
  removeOld(dist, keepViewsMs)
}
