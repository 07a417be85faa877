import { mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { compressible } from './serve-files.ts'

/** A week: far longer than any cache of ours serves an old page. */
const keepMs = 7 * 24 * 60 * 60 * 1000

/** Writes files whose names hold their content's hash, compressed forms beside them; those of earlier builds stay for a week. */
export function writeBuiltFiles(folder: string, contents: ReadonlyMap<string, Uint8Array>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of contents) {
    writeWhole(join(folder, name), content)
    if (!compressible.test(name)) continue
    writeWhole(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }))
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    writeWhole(join(folder, `${name}.br`), brotliCompressSync(content, { params }))
  }
  removeOld(folder, keepMs)
}

/** A reader sees the old file or the new one, never half of it. */
export function writeWhole(path: string, content: Uint8Array | string): void {
  writeFileSync(`${path}.new`, content)
  renameSync(`${path}.new`, path)
  // The time says when a build last used the file, also when its content is older.
  utimesSync(path, new Date(), new Date())
}

/** Removes the files directly in the folder that no build used for so long. */
export function removeOld(folder: string, olderThanMs: number): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isFile() && Date.now() - statSync(path).mtimeMs > olderThanMs) rmSync(path)
  }
}
