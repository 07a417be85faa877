/** A stretch of TypeScript or SQL. Text of strings and comments is without its quotes and marks. */
export type Token = { readonly kind: 'code' | 'string' | 'comment'; readonly text: string; readonly position: number }

type Scan = { text: string; at: number; tokens: Token[] }

/** After these a slash begins a regular expression, else it divides. */
const BEFORE_EXPRESSION =
  /(?:^|[(,=:[!&|?{};+*%<>~^-]|\b(?:return|typeof|case|in|of|do|else|await|yield|void|delete))\s*$/

/** Splits TypeScript into code, strings (templates in pieces, around their expressions) and comments. */
export function splitTypeScript(text: string): Token[] {
  const scan: Scan = { text, at: 0, tokens: [] }
  scanCode(scan, false)
  return scan.tokens
}

/** Splits SQL into code and comments; strings stay in the code, because function bodies are strings. */
export function splitSql(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const comment of text.matchAll(/--[^\n]*|\/\*[\s\S]*?\*\//g)) {
    tokens.push({ kind: 'code', text: text.slice(from, comment.index), position: from })
    tokens.push({ kind: 'comment', text: comment[0], position: comment.index })
    from = comment.index + comment[0].length
  }
  tokens.push({ kind: 'code', text: text.slice(from), position: from })
  return tokens
}

/** Reads code until the end, or until the brace that closes a template's expression. */
function scanCode(scan: Scan, isInTemplate: boolean): void {
  let from = scan.at
  let depth = 0
  const flush = () => push(scan, 'code', from, scan.at)
  while (scan.at < scan.text.length) {
    const character = scan.text[scan.at]
    const two = scan.text.slice(scan.at, scan.at + 2)
    if (isInTemplate && character === '}' && depth === 0) break
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    const take = takerFor(scan, character, two, from)
    if (take === null) {
      scan.at += 1
      continue
    }
    flush()
    take()
    from = scan.at
  }
  flush()
}

function takerFor(scan: Scan, character: string | undefined, two: string, from: number): (() => void) | null {
  if (two === '//') return () => takeUntil(scan, 'comment', 2, '\n')
  if (two === '/*') return () => takeUntil(scan, 'comment', 2, '*/')
  if (character === "'" || character === '"') return () => takeQuoted(scan, character)
  if (character === '`') return () => takeTemplate(scan)
  if (character === '/' && isExpressionDue(scan, from)) return () => takeRegularExpression(scan)
  return null
}

/** Whether a slash here begins a regular expression, judged by what stands before it. */
function isExpressionDue(scan: Scan, from: number): boolean {
  const before = scan.text.slice(Math.max(from, scan.at - 40), scan.at)
  if (before.trim() !== '') return BEFORE_EXPRESSION.test(before)
  const last = scan.tokens.findLast(({ kind }) => kind !== 'comment')
  return last === undefined || (last.kind === 'code' && BEFORE_EXPRESSION.test(last.text))
}

function takeUntil(scan: Scan, kind: Token['kind'], openLength: number, close: string): void {
  const start = scan.at + openLength
  const found = scan.text.indexOf(close, start)
  const end = found === -1 ? scan.text.length : found
  push(scan, kind, start, end)
  scan.at = close === '\n' ? end : Math.min(scan.text.length, end + close.length)
}

function takeQuoted(scan: Scan, quote: string): void {
  const start = scan.at + 1
  let end = start
  while (end < scan.text.length && scan.text[end] !== quote && scan.text[end] !== '\n') {
    end += scan.text[end] === '\\' ? 2 : 1
  }
  push(scan, 'string', start, end)
  scan.at = end + 1
}

function takeTemplate(scan: Scan): void {
  scan.at += 1
  let start = scan.at
  while (scan.at < scan.text.length && scan.text[scan.at] !== '`') {
    if (scan.text[scan.at] === '\\') {
      scan.at += 2
    } else if (scan.text.startsWith('${', scan.at)) {
      push(scan, 'string', start, scan.at)
      scan.at += 2
      scanCode(scan, true)
      scan.at += 1
      start = scan.at
    } else scan.at += 1
  }
  push(scan, 'string', start, scan.at)
  scan.at += 1
}

/** Its characters are neither code nor text, so they are left out. */
function takeRegularExpression(scan: Scan): void {
  let isInClass = false
  scan.at += 1
  for (; scan.at < scan.text.length && scan.text[scan.at] !== '\n'; scan.at += 1) {
    const character = scan.text[scan.at]
    if (character === '\\') scan.at += 1
    else if (character === '[') isInClass = true
    else if (character === ']') isInClass = false
    else if (character === '/' && !isInClass) break
  }
  scan.at += 1
}

function push(scan: Scan, kind: Token['kind'], start: number, end: number): void {
  if (end > start) scan.tokens.push({ kind, text: scan.text.slice(start, end), position: start })
}
