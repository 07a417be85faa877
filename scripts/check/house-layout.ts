import { type HouseRule, isCode, lineAt, type SourceFile, type Violation } from './source-file.ts'
import { splitSql, splitTypeScript } from './tokens.ts'

const MOST_LINES = 300
/** Rows of data in code's clothes, and files that a command writes. */
const LONG_BY_NATURE = /^app\/database\/seed\/|^app\/database\/src\/schema\.types\.ts$/
const NAMELESS = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib)(?:\/|\.[a-z.]+$)/
const UNFINISHED = /\b(?:TODO|FIXME|XXX|HACK)\b/

/** Files stay small enough to read at once. */
export const fileLength: HouseRule = {
  name: 'file-length',
  find: (files) =>
    files
      .filter((file) => isCode(file) && !LONG_BY_NATURE.test(file.path))
      .map((file) => ({ path: file.path, lines: file.text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES)
      .map(({ path, lines }) => ({
        path,
        line: MOST_LINES + 1,
        sentence: `The file has ${lines} lines and may have ${MOST_LINES}: split it by what its parts are for.`,
      })),
}

/** A file without a name for what it does is not understood yet. */
export const namedFiles: HouseRule = {
  name: 'named-files',
  find: (files) =>
    files
      .filter((file) => isCode(file) && NAMELESS.test(file.path))
      .map(({ path }) => ({ path, line: 1, sentence: 'Name the file and its folder after what it is for.' })),
}

/** What is not done is an issue, not a comment. */
export const nothingUnfinished: HouseRule = {
  name: 'nothing-unfinished',
  find: (files) => files.filter((file) => isCode(file) || file.path.endsWith('.sql')).flatMap(findUnfinished),
}

function findUnfinished(file: SourceFile): Violation[] {
  const tokens = file.path.endsWith('.sql') ? splitSql(file.text) : splitTypeScript(file.text)
  return tokens
    .filter(({ kind, text }) => kind === 'comment' && UNFINISHED.test(text))
    .map(({ text, position }) => ({
      path: file.path,
      line: lineAt(file.text, position + text.search(UNFINISHED)),
      sentence: 'Do it, or write an issue: a comment reminds nobody.',
    }))
}

/** The lock file names packages and their hashes; the registry is each developer's own choice. */
export const lockFileWithoutHosts: HouseRule = {
  name: 'lock-file-without-hosts',
  find: (files) =>
    files
      .filter(({ path }) => path === 'package-lock.json')
      .flatMap((file) =>
        [...file.text.matchAll(/"resolved":\s*"(?:https?|git[+:a-z]*):[^"]*"/g)].map((found) => ({
          path: file.path,
          line: lineAt(file.text, found.index),
          sentence: 'The lock file names a registry: install with omit-lockfile-registry-resolved, as .npmrc says.',
        })),
      ),
}

/** Two branches may take the same number, and neither git nor their own tests notice. */
export const gaplessMigrations: HouseRule = {
  name: 'gapless-migrations',
  find: (files) =>
    files
      .flatMap(({ path }) => {
        const [, number] = /^app\/database\/migrations\/(\d{6})-[a-z0-9-]+\.sql$/.exec(path) ?? []
        return number === undefined ? [] : [{ path, number: Number(number) }]
      })
      .sort((one, other) => (one.path < other.path ? -1 : 1))
      .flatMap(({ path, number }, index) =>
        number === index + 1
          ? []
          : [{ path, line: 1, sentence: `The next free number is ${index + 1}: rename it before it is on main.` }],
      ),
}
