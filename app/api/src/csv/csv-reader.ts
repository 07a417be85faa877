import type { FileProblemCode } from '@dhakacart/contract/console-imports.schema.ts'

/** Characters of one cell: a description in Bangla has at most 4,000. */
const cellMax = 10_000
/** Cells of one row; our widest file has 23 columns. */
const cellsMax = 100

export type CsvRow = { line: number; cells: string[] }

/** A file that cannot be read: where, and why. */
export class UnreadableCsv extends Error {
  readonly code: FileProblemCode
  readonly line: number
  readonly column: string | null
  constructor(code: FileProblemCode, line: number, column: string | null = null) {
    super(`line ${line}: ${code}`)
    this.code = code
    this.line = line
    this.column = column
  }
}

/**
 * Reads CSV (RFC 4180) as it arrives: UTF-8 with or without mark; comma, semicolon or tab, whichever the first line has most of;
 * any line ends; quoted cells over several lines. Empty lines are skipped. Throws UnreadableCsv.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const machine = new CsvMachine()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isFirst = true
  for await (const chunk of chunks) {
    // UTF-16, which spreadsheets call "Unicode text".
    if (isFirst && /^(?:fffe|feff)/.test(Buffer.from(chunk.subarray(0, 2)).toString('hex')))
      throw new UnreadableCsv('not_utf8', 1)
    isFirst = false
    yield* machine.take(decode(decoder, chunk, machine.line))
  }
  yield* machine.take(decode(decoder, null, machine.line))
  yield* machine.finish()
}

function decode(decoder: TextDecoder, chunk: Uint8Array | null, line: number): string {
  try {
    return chunk === null ? decoder.decode() : decoder.decode(chunk, { stream: true })
  } catch {
    throw new UnreadableCsv('not_utf8', line)
  }
}

type Place = 'start' | 'plain' | 'quoted' | 'after_quote'

class CsvMachine {
  /** Of the file, where the machine stands. */
  line = 1
  #rowLine = 1
  #quoteLine = 1
  #place: Place = 'start'
  #cell = ''
  #cells: string[] = []
  #separator: string | null = null
  #firstLine = ''
  #wasReturn = false

  #readInRow(character: string): void {
    if (character === this.#separator) this.#endCell()
    else if (character === '"' && this.#place === 'start') {
      this.#place = 'quoted'
      this.#quoteLine = this.line
    } else if (this.#place === 'after_quote') {
      // Two quotes are one that was quoted; anything else after the closing one belongs to no cell.
      if (character !== '"') throw new UnreadableCsv('quote_stray', this.line)
      this.#add('"')
      this.#place = 'quoted'
    } else {
      this.#place = 'plain'
      this.#add(character)
    }
  }

  *take(text: string): Generator<CsvRow> {
    if (this.#separator !== null) return yield* this.#read(text)
    // The separator is known when the first line is complete.
    this.#firstLine += text
    if (!/[\r\n]/.test(this.#firstLine) && this.#firstLine.length < cellMax) return
    yield* this.#begin()
  }

  *finish(): Generator<CsvRow> {
    if (this.#separator === null) yield* this.#begin()
    if (this.#place === 'quoted') throw new UnreadableCsv('quote_open', this.#quoteLine)
    if (this.#cell !== '' || this.#cells.length > 0 || this.#place !== 'start') yield* this.#endRow()
  }

  *#begin(): Generator<CsvRow> {
    const [head = ''] = this.#firstLine.split(/[\r\n]/, 1)
    const countOf = (separator: string) => head.split(separator).length
    this.#separator = [',', ';', '\t'].reduce((best, each) => (countOf(each) > countOf(best) ? each : best))
    const text = this.#firstLine
    this.#firstLine = ''
    yield* this.#read(text)
  }

  *#read(text: string): Generator<CsvRow> {
    for (const character of text) {
      const isSecondHalf = character === '\n' && this.#wasReturn
      this.#wasReturn = character === '\r'
      const isLineEnd = character === '\n' || character === '\r'
      if (this.#place === 'quoted') {
        if (character === '"') this.#place = 'after_quote'
        else this.#add(character)
        if (isLineEnd && !isSecondHalf) this.line += 1
        continue
      }
      if (isSecondHalf) continue
      if (isLineEnd) {
        yield* this.#endRow()
        this.line += 1
        this.#rowLine = this.line
      } else this.#readInRow(character)
    }
  }

  #add(character: string): void {
    if (character === '\0') throw new UnreadableCsv('control_character', this.line)
    this.#cell += character
    if (this.#cell.length > cellMax) throw new UnreadableCsv('cell_too_long', this.#rowLine)
  }

  #endCell(): void {
    this.#cells.push(this.#cell)
    this.#cell = ''
    this.#place = 'start'
    if (this.#cells.length > cellsMax) throw new UnreadableCsv('too_many_cells', this.#rowLine)
  }

  *#endRow(): Generator<CsvRow> {
    this.#endCell()
    const cells = this.#cells
    this.#cells = []
    if (cells.some((cell) => cell !== '')) yield { line: this.#rowLine, cells }
  }
}
