import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { ShapedFont, ShapedText } from './shaped-font.ts'

/** A4 in points, 1/72 inch. */
export const pageSize = { width: 595.28, height: 841.89 }

export type FontName = 'regular' | 'bold'
type UsedFont = { font: ShapedFont; glyphs: Map<number, string> }

/**
 * Writes a PDF: pages of text, lines and grey boxes, with the fonts cut down to what is used. The same calls give the same bytes: no
 * clock, no randomness. Every text keeps its characters beside its glyphs, for search, copying and screen readers.
 */
export class PdfDocument {
  readonly #fonts: Record<FontName, UsedFont>
  readonly #pages: string[][] = []
  readonly #language: string
  readonly #title: string

  constructor(fonts: Record<FontName, ShapedFont>, title: string, language: string) {
    this.#fonts = {
      regular: { font: fonts.regular, glyphs: new Map() },
      bold: { font: fonts.bold, glyphs: new Map() },
    }
    this.#title = title
    this.#language = language
  }

  get pageCount(): number {
    return this.#pages.length
  }

  addPage(): void {
    this.#pages.push([])
  }

  /** Draws a shaped text, its left end at x and its base line at y from the top. */
  text(name: FontName, shaped: ShapedText, text: string, size: number, x: number, y: number): void {
    const { glyphs } = this.#fonts[name]
    const bottom = pageSize.height - y
    const drawn = shaped.glyphs.map((glyph) => {
      if (!glyphs.has(glyph.id) || glyphs.get(glyph.id) === '') glyphs.set(glyph.id, glyph.text)
      const left = x + (glyph.x * size) / 1_000
      const up = bottom + (glyph.y * size) / 1_000
      return `1 0 0 1 ${number(left)} ${number(up)} Tm <${hex(glyph.id)}> Tj`
    })
    const actual = `/Span <</ActualText ${unicode(text)}>> BDC`
    this.#draw(`${actual}\nBT /${name} ${number(size)} Tf\n${drawn.join('\n')}\nET\nEMC`)
  }

  /** A horizontal line of half a point. */
  line(x1: number, x2: number, y: number): void {
    const bottom = number(pageSize.height - y)
    this.#draw(`0.5 w 0.6 G ${number(x1)} ${bottom} m ${number(x2)} ${bottom} l S`)
  }

  box(x: number, y: number, width: number, height: number): void {
    this.#draw(
      `0.94 g ${number(x)} ${number(pageSize.height - y - height)} ${number(width)} ${number(height)} re f 0 g`,
    )
  }

  #draw(operators: string): void {
    const page = this.#pages.at(-1)
    if (page === undefined) throw new Error('a document needs a page before anything is drawn')
    page.push(operators)
  }

  toBytes(): Buffer {
    const objects: Buffer[] = []
    const add = (body: string | Buffer): number => objects.push(Buffer.from(body))
    const reserve = (): number => add('')
    const catalog = reserve()
    const pages = reserve()
    const fontIds = Object.entries(this.#fonts)
      .filter(([, { glyphs }]) => glyphs.size > 0)
      .map(([name, used]) => `/${name} ${addFont(add, used)} 0 R`)
    const pageIds = this.#pages.map((operators) => {
      const content = add(stream(Buffer.from(operators.join('\n'))))
      const box = `[0 0 ${pageSize.width} ${pageSize.height}]`
      return add(
        `<</Type /Page /Parent ${pages} 0 R /MediaBox ${box} /Contents ${content} 0 R /Resources <</Font <<${fontIds.join(' ')}>>>>>>`,
      )
    })
    const info = add(`<</Title ${unicode(this.#title)} /Producer (DhakaCart)>>`)
    objects[catalog - 1] = Buffer.from(
      `<</Type /Catalog /Pages ${pages} 0 R /Lang (${this.#language}) /ViewerPreferences <</DisplayDocTitle true>>>>`,
    )
    const kids = pageIds.map((id) => `${id} 0 R`).join(' ')
    objects[pages - 1] = Buffer.from(`<</Type /Pages /Kids [${kids}] /Count ${pageIds.length}>>`)
    return assemble(objects, catalog, info)
  }
}

/** A composite font whose character codes are glyph ids. Returns its object's number. */
function addFont(add: (body: string | Buffer) => number, { font, glyphs }: UsedFont): number {
  const ids = [...glyphs.keys()].toSorted((a, b) => a - b)
  const tag = createHash('sha256')
    .update(ids.join())
    .digest('hex')
    .toUpperCase()
    .replaceAll(/\d/g, (d) => 'GHIJKLMNOP'[Number(d)] ?? 'X')
  const baseFont = `${tag.slice(0, 6)}+NotoSansBengali`
  const bytes = font.subset(ids)
  const file = add(stream(bytes, `/Length1 ${bytes.length}`))
  const descriptor = add(
    `<</Type /FontDescriptor /FontName /${baseFont} /Flags 4 /FontBBox [-1000 -1000 2000 2000] /ItalicAngle 0 ` +
      `/Ascent ${font.ascent} /Descent ${font.descent} /CapHeight 714 /StemV 80 /FontFile2 ${file} 0 R>>`,
  )
  const widths = ids.map((id) => `${id} [${number(font.advance(id))}]`).join(' ')
  const descendant = add(
    `<</Type /Font /Subtype /CIDFontType2 /BaseFont /${baseFont} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> ` +
      `/FontDescriptor ${descriptor} 0 R /W [${widths}] /CIDToGIDMap /Identity>>`,
  )
  const toUnicode = add(stream(Buffer.from(toUnicodeMap(ids, glyphs))))
  return add(
    `<</Type /Font /Subtype /Type0 /BaseFont /${baseFont} /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] /ToUnicode ${toUnicode} 0 R>>`,
  )
}

/** What each glyph reads as; at most a hundred in one block, as the format wants it. */
function toUnicodeMap(ids: readonly number[], glyphs: ReadonlyMap<number, string>): string {
  const lines = ids.flatMap((id) => {
    const text = glyphs.get(id) ?? ''
    return text === '' ? [] : [`<${hex(id)}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`]
  })
  const blocks = []
  for (let index = 0; index < lines.length; index += 100) {
    const block = lines.slice(index, index + 100)
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def /CMapName /Glyphs def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...blocks,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

function assemble(objects: readonly Buffer[], catalog: number, info: number): Buffer {
  // The four high bytes tell mail programs that this is not text.
  const parts = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  let length = parts[0]?.length ?? 0
  const offsets = objects.map((body, index) => {
    const offset = length
    const object = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    parts.push(object)
    length += object.length
    return offset
  })
  const id = createHash('sha256').update(Buffer.concat(parts)).digest('hex').slice(0, 32)
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<</Size ${size} /Root ${catalog} 0 R /Info ${info} 0 R /ID [<${id}> <${id}>]>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

function stream(bytes: Buffer, entries = ''): Buffer {
  const packed = deflateSync(bytes, { level: 9 })
  const head = `<</Length ${packed.length} /Filter /FlateDecode ${entries}>>\nstream\n`
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')])
}

const hex = (glyphId: number) => glyphId.toString(16).padStart(4, '0')
const number = (value: number) => String(Math.round(value * 100) / 100)
/** A text string of the format: UTF-16 with its mark. */
const unicode = (text: string) => `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
