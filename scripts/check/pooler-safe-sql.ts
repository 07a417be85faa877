import { type HouseRule, isCode, isTest, lineAt, type SourceFile, type Violation } from './source-file.ts'
import { splitSql, splitTypeScript } from './tokens.ts'

/** The migrate command and the migrations it runs speak to the database itself, never through the pooler. */
const WITHOUT_POOLER = new Set(['app/database/src/migrate.ts', 'app/database/src/database-settings.ts'])

/** What lives in a session; a pooler in transaction mode gives the next transaction another one. */
const SESSION_STATE: readonly (readonly [RegExp, string])[] = [
  [/(?:^|;)\s*(?:un)?listen\s+["\w*]+\s*(?:;|$)/i, 'LISTEN needs a session of its own; poll instead'],
  [/(?:^|;)\s*notify\s+\w+|\bpg_notify\s*\(/i, 'NOTIFY reaches nobody, because nobody can LISTEN through the pooler'],
  [
    /\bpg_(?:try_)?advisory_(?:lock|unlock)(?:_shared|_all)?\s*\(/i,
    'a session lock outlives its transaction; use pg_advisory_xact_lock',
  ],
  [
    /(?:^|;)\s*(?:re)?set\s+(?!local\b|constraints\b|transaction\b)(?:session\s+)?[a-z_.]+\s*(?:=|\bto\b|;|$)/i,
    'a session setting stays for strangers; use SET LOCAL inside the transaction',
  ],
  [/\bset_config\s*\((?:[^()]|\([^()]*\))*,\s*false\s*\)/i, 'set_config with false is a session setting; give true'],
  [
    /(?:^|;)\s*prepare\s+\w+(?:\s*\([^)]*\))?\s+as\b|(?:^|;)\s*deallocate\b/i,
    'a prepared statement belongs to one session',
  ],
  [/\bcreate\s+(?:(?:local|global)\s+)?temp(?:orary)?\b/i, 'a temporary table belongs to one session'],
  [/\bwith\s+hold\b/i, 'a cursor WITH HOLD belongs to one session'],
]

/** Everything except the migrate command works through a pooler in transaction mode. */
export const poolerSafeSql: HouseRule = {
  name: 'pooler-safe-sql',
  find: (files) => files.filter(isInScope).flatMap(findInFile),
}

function isInScope(file: SourceFile): boolean {
  const isRelevant = isCode(file) || file.path.endsWith('.sql')
  // Tests may do it on purpose, to prove that the shop does not.
  return file.path.startsWith('app/') && isRelevant && !isTest(file) && !WITHOUT_POOLER.has(file.path)
}

function findInFile(file: SourceFile): Violation[] {
  const isSql = file.path.endsWith('.sql')
  const tokens = isSql ? splitSql(file.text) : splitTypeScript(file.text)
  const texts = tokens.filter(({ kind }) => kind === (isSql ? 'code' : 'string'))
  return texts.flatMap(({ text, position }) =>
    SESSION_STATE.flatMap(([pattern, sentence]) => {
      const found = pattern.exec(text)
      if (found === null) return []
      const start = position + found.index + (found[0].length - found[0].trimStart().length)
      return [{ path: file.path, line: lineAt(file.text, start), sentence: `${sentence}.` }]
    }),
  )
}
