/**
 * What spreadsheets take for the beginning of a formula, in either width; a tab or line break hides one from a quick look. An
 * apostrophe is among them so that reading a file gives back exactly what was written.
 */
const formulaStart = /^['=+\-@\t\r\n＝＋－＠]/

export type CsvCell = string | number | null
/** Opens a file of ours: tells spreadsheets that it is UTF-8, so that Bangla opens right. */
export const csvMark = '\ufeff'

/**
 * A CSV file as spreadsheets read it: UTF-8 with a mark, lines ending in CR LF (RFC 4180). A cell that would be taken for a
 * formula gets an apostrophe in front (OWASP, CSV injection); numbers are written as they are.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return csvMark + [header, ...rows].map(writeCsvLine).join('')
}

/** One line of such a file. */
export function writeCsvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(writeCell).join(',')}\r\n`
}

function writeCell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formulaStart.test(value) ? `'${value}` : value
  return /[",;\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A cell as it was before writeCsv made it harmless. */
export function readCell(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.slice(1)) ? text.slice(1) : text
}
