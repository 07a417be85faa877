import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** A file of the repository as the house rules see it. */
export type SourceFile = {
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

export type Violation = { readonly path: string; readonly line: number; readonly sentence: string }

export type HouseRule = {
  /** Also the name of the folder of its samples. */
  readonly name: string
  find(files: readonly SourceFile[]): Violation[]
}

const root = path.resolve(import.meta.dirname, '..', '..')
const READ_AS_TEXT = /\.(ts|tsx|mjs|sql|json|css)$/

/** Every text file that git tracks or would track. */
export function readSourceFiles(): SourceFile[] {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const paths = [...new Set(list.split('\0'))].filter((file) => READ_AS_TEXT.test(file))
  return paths.flatMap((file) => {
    try {
      return [{ path: file, text: readFileSync(path.join(root, file), 'utf8') }]
    } catch {
      // Deleted in the work tree and still in git's list.
      return []
    }
  })
}

export function isCode({ path: file }: SourceFile): boolean {
  return /\.(ts|tsx|mjs)$/.test(file)
}

export function isTest({ path: file }: SourceFile): boolean {
  return /\.(test|browser-test)\.tsx?$/.test(file) || /\/test(?:ing)?\//.test(file)
}

/** The line, counted from 1, in which a position lies. */
export function lineAt(text: string, position: number): number {
  let line = 1
  for (let index = text.indexOf('\n'); index !== -1 && index < position; index = text.indexOf('\n', index + 1))
    line += 1
  return line
}
