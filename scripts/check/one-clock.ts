import { type HouseRule, isCode, isTest, lineAt, type SourceFile, type Violation } from './source-file.ts'
import { splitSql, splitTypeScript, type Token } from './tokens.ts'

/** Where rules about time are decided: these files ask the database. */
const DECIDING_FILE = /^app\/api\/src\/(?:[a-z0-9-]+\/)*[a-z0-9.-]+\.ts$/
const OWN_CLOCK = /\bDate\.now\s*\(|\bnew\s+Date\s*\(\s*\)|\bTemporal\.Now\b/g
const SQL_CLOCK =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\b(?:current_timestamp|current_date|current_time|localtimestamp)\b/gi
const CLOCK_DEFINITION =
  /create\s+(?:or\s+replace\s+)?function\s+(?:\w+\.)?shop_now\b[\s\S]*?(?:\$\w*\$[\s\S]*?\$\w*\$|;)/gi
/** Its table of applied migrations says when a person ran it, which no rule of the shop reads. */
const MIGRATE_COMMAND = 'app/database/src/migrate.ts'
const GENERATED_SCHEMA = 'app/database/schema.sql'

/** One clock decides, the database's, read through shop_now(), which the simulation can set. */
export const oneClock: HouseRule = {
  name: 'one-clock',
  find: (files) =>
    files
      .filter((file) => file.path.startsWith('app/') && !isTest(file))
      .flatMap((file) => [...findOwnClock(file), ...findSqlClock(file)]),
}

function findOwnClock(file: SourceFile): Violation[] {
  if (!DECIDING_FILE.test(file.path)) return []
  const sentence = 'The clock of one process decides nothing: read the time with shop_now() in the statement itself.'
  return findIn(file, tokensOf(file, 'code'), OWN_CLOCK, sentence)
}

function findSqlClock(file: SourceFile): Violation[] {
  const isSql = file.path.endsWith('.sql')
  // schema.sql is generated from migrations, which are checked themselves.
  if (file.path === MIGRATE_COMMAND || file.path === GENERATED_SCHEMA || !(isSql || isCode(file))) return []
  const tokens = tokensOf(file, isSql ? 'code' : 'string').map((token) => ({
    ...token,
    text: token.text.replaceAll(CLOCK_DEFINITION, (definition) => ' '.repeat(definition.length)),
  }))
  return findIn(file, tokens, SQL_CLOCK, 'SQL reads the time with shop_now(), which the simulation can set.')
}

function tokensOf({ path, text }: SourceFile, kind: Token['kind']): Token[] {
  const tokens = path.endsWith('.sql') ? splitSql(text) : splitTypeScript(text)
  return tokens.filter((token) => token.kind === kind)
}

function findIn(file: SourceFile, tokens: readonly Token[], pattern: RegExp, sentence: string): Violation[] {
  return tokens.flatMap(({ text, position }) =>
    [...text.matchAll(pattern)].map((found) => ({
      path: file.path,
      line: lineAt(file.text, position + found.index),
      sentence,
    })),
  )
}
