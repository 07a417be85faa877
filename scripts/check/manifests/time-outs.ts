import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Manifest } from './manifest.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const page = path.join('docs', 'time-outs.md')
const HEAD = ['s', 'stands in', 'as']

type Row = { readonly who: string; readonly seconds: number; readonly place: string; readonly name: string }
type Read = (file: string) => string

const readFile: Read = (file) => readFileSync(path.join(root, file), 'utf8')

/** Each number of docs/time-outs.md is the one that stands where the page says, and each table falls from row to row. */
export function findTimeOuts(manifests: readonly Manifest[], read: Read = readFile): string[] {
  const tables = readTables(read(page))
  return tables.length === 0
    ? [`${page} has no table of time-outs`]
    : tables.flatMap((rows) => [...rows.flatMap((row) => findWrong(row, manifests, read)), ...findRising(rows)])
}

function findWrong({ who, seconds, place, name }: Row, manifests: readonly Manifest[], read: Read): string[] {
  const found = place.includes('/') ? readConstant(read(place), name) : readField(manifests, place, name)
  if (found === seconds) return []
  return [
    `${page} says that ${who} waits ${seconds} s, and ${place} ${name} says ${found === null ? 'nothing' : `${found} s`}`,
  ]
}

function findRising(rows: readonly Row[]): string[] {
  return rows.flatMap((row, index) => {
    const above = rows[index - 1]
    if (above === undefined || row.seconds < above.seconds) return []
    return [
      `${page}: ${row.who} (${row.name}) must wait less than the ${above.seconds} s of ${above.who}, not ${row.seconds} s`,
    ]
  })
}

/** Tables whose last columns are seconds, place and name. */
function readTables(text: string): Row[][] {
  const tables: Row[][] = []
  let isInTable = false
  for (const line of text.split('\n')) {
    const cells = line.startsWith('|')
      ? line
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      : []
    const [seconds = '', place = '', name = ''] = cells.slice(-HEAD.length)
    if (HEAD.every((title, index) => cells.at(index - HEAD.length) === title)) {
      tables.push([])
      isInTable = true
    } else if (cells.length === 0) isInTable = false
    else if (isInTable && !/^-+$/.test(seconds)) {
      tables.at(-1)?.push({ who: cells[0] ?? '', seconds: Number(seconds), place, name })
    }
  }
  return tables
}

/** A number in code, as in `nameMs = 5_000` or `name: '5s'`, in seconds. */
function readConstant(text: string, name: string): number | null {
  const found = new RegExp(`\\b${name}\\s*[:=]\\s*'?([\\d_]+)(ms|s)?`).exec(text)
  return found?.[1] === undefined ? null : Number(found[1].replaceAll('_', '')) / (found[2] === 's' ? 1 : 1_000)
}

/** A field of an object, in seconds: PgBouncer and Kubernetes write numbers of them, the gateway 33s. */
function readField(manifests: readonly Manifest[], place: string, name: string): number | null {
  const object = manifests.find(({ kind, metadata }) => `${kind} ${metadata.name}` === place)
  const value = name
    .split('.')
    .reduce<unknown>((inside, key) => (inside as Record<string, unknown> | undefined)?.[key], object)
  const found = /^([\d.]+)(ms|s)?$/.exec(String(value ?? ''))
  return found?.[1] === undefined ? null : Number(found[1]) / (found[2] === 'ms' ? 1_000 : 1)
}
