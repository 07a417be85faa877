import { readFileSync } from 'node:fs'
import * as harfbuzz from 'harfbuzzjs'

type Glyph = {
  id: number
  /** From the pen's place, in thousandths of the size. */
  x: number
  y: number
  /** The characters this glyph stands for; empty for all but the first of a cluster. */
  text: string
}
/** Glyphs of one line of text in one font, and how wide they are, in thousandths of the size. */
export type ShapedText = { glyphs: Glyph[]; width: number }

export type ShapedFont = {
  shape(text: string): ShapedText
  advance(glyphId: number): number
  ascent: number
  descent: number
  /** A font file that holds these glyphs alone, under the ids they had. */
  subset(glyphIds: Iterable<number>): Buffer
}

/**
 * Reads a font for texts in which letters change with their neighbours. HarfBuzz places the glyphs: Bangla conjuncts, vowel signs
 * before their consonant, reph. fontkit, which pdfkit uses, sets some of them on top of each other (ট্র্যা, ক্তা).
 */
export function openFont(file: URL): ShapedFont {
  const bytes = readFileSync(file)
  const face = new harfbuzz.Face(new harfbuzz.Blob(new Uint8Array(bytes)))
  const font = new harfbuzz.Font(face)
  font.setScale(1_000, 1_000)
  const { ascender, descender } = font.hExtents()
  const words = new Map<string, ShapedText>()
  const shapeWord = (word: string): ShapedText => {
    const known = words.get(word)
    if (known !== undefined) return known
    if (words.size >= maxKnownWords) words.clear()
    const shaped = shape(font, word)
    words.set(word, shaped)
    return shaped
  }
  return {
    shape: (text) => joinWords(text, shapeWord),
    advance: (glyphId) => font.glyphHAdvance(glyphId),
    ascent: ascender,
    descent: descender,
    subset: (glyphIds) => subset(bytes, glyphIds),
  }
}

/** About a megabyte; the words of the form itself, digits and prices come again on every invoice. */
const maxKnownWords = 2_000

/** Letters change with their neighbours within a word only, so words can be shaped one by one. */
function joinWords(text: string, shapeWord: (word: string) => ShapedText): ShapedText {
  const glyphs: Glyph[] = []
  let width = 0
  for (const word of text.split(/( )/)) {
    if (word === '') continue
    const shaped = shapeWord(word)
    for (const glyph of shaped.glyphs) glyphs.push({ ...glyph, x: glyph.x + width })
    width += shaped.width
  }
  return { glyphs, width }
}

function shape(font: harfbuzz.Font, text: string): ShapedText {
  const glyphs: Glyph[] = []
  let pen = 0
  for (const run of splitByScript(text)) {
    const buffer = new harfbuzz.Buffer()
    buffer.addText(run.text)
    buffer.guessSegmentProperties()
    harfbuzz.shape(font, buffer)
    const positions = buffer.getGlyphPositions()
    const infos = buffer.getGlyphInfos()
    const starts = [...new Set(infos.map(({ cluster }) => cluster))].toSorted((a, b) => a - b)
    let lastCluster = -1
    for (const [index, { codepoint: id, cluster }] of infos.entries()) {
      const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
      const end = starts[starts.indexOf(cluster) + 1] ?? run.text.length
      glyphs.push({
        id,
        x: pen + xOffset,
        y: yOffset,
        text: cluster === lastCluster ? '' : run.text.slice(cluster, end),
      })
      lastCluster = cluster
      pen += xAdvance
    }
  }
  return { glyphs, width: pen }
}

/** HarfBuzz shapes one script at a time. What belongs to none (spaces, digits of ours, signs) goes with what stands before it. */
function splitByScript(text: string): { text: string }[] {
  const runs: { text: string; isBangla: boolean | null }[] = []
  for (const character of text) {
    const isBangla = /\p{Script=Bengali}/u.test(character) ? true : /\p{L}/u.test(character) ? false : null
    const last = runs.at(-1)
    if (last !== undefined && (isBangla === null || last.isBangla === null || last.isBangla === isBangla)) {
      last.text += character
      last.isBangla ??= isBangla
    } else runs.push({ text: character, isBangla })
  }
  return runs
}

/** hb_subset_flags_t: keep the glyphs' ids, and drop what only screens need. */
const subsetFlags = { noHinting: 0x1, retainGids: 0x2 }

/** HB_SUBSET_SETS_DROP_TABLE_TAG */
const dropTableSet = 3

type SubsetLibrary = { memory: WebAssembly.Memory } & Record<string, (...values: number[]) => number>

let library: SubsetLibrary | undefined

/** HarfBuzz's subsetter comes as a plain WebAssembly file that needs nothing from outside. */
function openLibrary(): SubsetLibrary {
  const file = new URL(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm'))
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)))
  const opened = exports as unknown as SubsetLibrary
  opened['_initialize']?.()
  return opened
}

function subset(font: Buffer, glyphIds: Iterable<number>): Buffer {
  library ??= openLibrary()
  const call = (name: string, ...values: number[]): number => {
    const made = library?.[name]?.(...values)
    if (made === undefined && !/destroy|set_add|set_flags|free/.test(name)) throw new Error(`${name} gave nothing`)
    return made ?? 0
  }
  const memoryModeDuplicate = 0
  const address = call('malloc', font.length)
  new Uint8Array(library.memory.buffer, address, font.length).set(font)
  const blob = call('hb_blob_create', address, font.length, memoryModeDuplicate, 0, 0)
  const face = call('hb_face_create', blob, 0)
  const input = call('hb_subset_input_create_or_fail')
  const wanted = call('hb_subset_input_glyph_set', input)
  for (const id of glyphIds) call('hb_set_add', wanted, id)
  // The glyphs are chosen and placed already; the tables that would choose them are most of the file.
  const dropped = call('hb_subset_input_set', input, dropTableSet)
  for (const table of ['GSUB', 'GPOS', 'GDEF']) call('hb_set_add', dropped, Buffer.from(table).readUInt32BE())
  call('hb_subset_input_set_flags', input, subsetFlags.noHinting | subsetFlags.retainGids)
  const smaller = call('hb_subset_or_fail', face, input)
  if (smaller === 0) throw new Error('the font could not be made smaller')
  const result = call('hb_face_reference_blob', smaller)
  const start = call('hb_blob_get_data', result, 0)
  const bytes = Buffer.from(new Uint8Array(library.memory.buffer, start, call('hb_blob_get_length', result)))
  for (const one of [result, blob]) call('hb_blob_destroy', one)
  for (const one of [smaller, face]) call('hb_face_destroy', one)
  call('hb_subset_input_destroy', input)
  call('free', address)
  return bytes
}
