import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writePage } from '../../rehearsal/report/page.ts'
import { type Result, toJson } from '../../rehearsal/report/result.ts'

/** Writes the page of a result and, beside it, the same as JSON with `more`; named by when it began. Returns the page's file. */
export function keepResult(result: Result, folder: string, prefix = '', more: object = {}): string {
  mkdirSync(folder, { recursive: true })
  const name = path.join(folder, `${prefix}${fileTime(new Date(result.startedAt))}`)
  writeFileSync(`${name}.html`, writePage(result))
  writeFileSync(`${name}.json`, `${JSON.stringify({ ...toJson(result), ...more }, null, 1)}\n`)
  return `${name}.html`
}

/** A moment, to the second, as part of a file's name. */
export function fileTime(moment: Date): string {
  return moment.toISOString().slice(0, 19).replace(/[:T]/g, '-')
}
