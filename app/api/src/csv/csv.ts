/** What spreadsheets take for the beginning of a formula; a tab or line break hides one from a quick look. */
const formulaStart = /^[=+\-@\t\r]/

/**
 * A CSV file as spreadsheets read it: UTF-8 with a mark, so that Bangla opens right, lines ending in CR LF (RFC 4180). A cell
 * that would be taken for a formula gets an apostrophe in front (OWASP, CSV injection); numbers are written as they are.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `\ufeff${[header, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`).join('')}`
}

function writeCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = formulaStart.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
