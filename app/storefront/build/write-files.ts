import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compressible, type Manifest } from '../src/assets/manifest.ts'
import type { BrowserBuild } from './browser.ts'

/** A week: far longer than any cache of ours serves an old page. */
const keepMs = 7 * 24 * 60 * 60 * 1000
/** Views are read once, when a process starts. */
const keepViewsMs = 60 * 60 * 1000

type Built = BrowserBuild & { sources: string; serviceWorker: string; views: string; viewsContent: Uint8Array }

/** Writes the files, compressed ones beside them, and the manifest last: a build that was cut off is built again. */
export function writeFiles(dist: string, built: Built): void {
  const assets = join(dist, 'assets')
  mkdirSync(assets, { recursive: true })
  for (const [name, content] of built.contents) {
    writeWhole(join(assets, name), content)
    if (!compressible.test(name)) continue
    writeWhole(join(assets, `${name}.gz`), gzipSync(content, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeWhole(join(assets, `${name}.br`), brotliCompressSync(content, { params }))
  }
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
  removeOld(assets, keepMs)
  removeOld(dist, keepViewsMs)
}

/** A reader sees the old file or the new one, never half of it. */
function writeWhole(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.new`, content)
  renameSync(`${path}.new`, path)
  // The time says when a build last used the file, also when its content is older.
  utimesSync(path, new Date(), new Date())
}

function removeOld(folder: string, olderThanMs: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile() && Date.now() - statSync(path).mtimeMs > olderThanMs) rmSync(path)
  }
}
