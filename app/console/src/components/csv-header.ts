/**
 * The columns that the first line of a CSV file names: separated by comma, semicolon or tab, whichever it has most of. Those of one
 * name are named once; empty for a file without any.
 */
export function readHeader(csv: string): string[] {
  const line = /^\ufeff?((?:"(?:[^"]|"")*"|[^"\r\n])*)/.exec(csv)?.[1] ?? ''
  const countOf = (separator: string) => line.split(separator).length
  const separator = [',', ';', '\t'].reduce((best, each) => (countOf(each) > countOf(best) ? each : best))
  const cells: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    if (character === separator && !isQuoted) {
      cells.push(cell)
      cell = ''
    } else cell += character
  }
  cells.push(cell)
  const names = cells.map((text) => text.trim().replace(/^"|"$/g, '').replaceAll('""', '"').trim())
  return [...new Set(names)].filter((name) => name !== '')
}
