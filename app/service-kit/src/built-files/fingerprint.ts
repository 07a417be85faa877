import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One hash over everything a build reads: `roots` are files and folders relative to `folder`. */
export function fingerprint(folder: string, roots: readonly string[]): string {
  const hash = createHash('sha256')
  for (const path of roots.flatMap((root) => filesBelow(join(folder, root)))) {
    hash.update(relative(folder, path)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** Paths of all files below a folder in one order; the path itself when it is a file. */
export function filesBelow(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true, recursive: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    return files.toSorted()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return [path]
    throw error
  }
}
