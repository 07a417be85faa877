import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { statSync } from 'node:fs'
import { test } from 'node:test'
import { makeCatalogue } from '../catalogue/catalogue.ts'
import { type ColourKey, colours, pictureForms } from '../catalogue/catalogue.types.ts'
import { drawingsOf } from './catalogue-drawings.ts'
import { drawSvg, pictureKey, styleCount } from './draw.ts'
import { fittingStyles } from './fitting-styles.ts'
import { packFile, readPicturePack } from './pictures.ts'

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex')
const colourKeys = Object.keys(colours) as ColourKey[]

/** The picture's own idea of what it is: container and pixel width, read from its header. */
function sniff(bytes: Buffer): { format: string; width: number } {
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 15) === 'WEBPVP8') {
    return { format: 'webp', width: bytes.readUInt16LE(26) & 0x3fff }
  }
  const spatialExtent = bytes.indexOf('ispe', 0, 'latin1')
  const isAvif = bytes.toString('latin1', 4, 12) === 'ftypavif'
  return { format: isAvif ? 'avif' : 'unknown', width: spatialExtent < 0 ? 0 : bytes.readUInt32BE(spatialExtent + 8) }
}

test('every picture the catalogue shows is in the pack in all six renditions, whole', () => {
  const pack = readPicturePack()
  const drawings = drawingsOf(makeCatalogue())
  assert.ok(drawings.size > 100, `only ${drawings.size} drawings`)
  for (const key of drawings.keys()) {
    const renditions = pack.renditions(key)
    assert.deepEqual(
      renditions.map(({ format, width }) => `${format} ${width}`),
      ['avif 240', 'avif 480', 'avif 960', 'webp 240', 'webp 480', 'webp 960'],
      key,
    )
    for (const { bytes, format, width, sha256: expected } of renditions) {
      assert.equal(sha256(bytes), expected, `${key} ${format} ${width} is damaged`)
      assert.deepEqual(sniff(bytes), { format, width }, key)
    }
  }
})

test('the pack was made from the drawings as they are today and holds nothing else', () => {
  const pack = readPicturePack()
  const drawings = drawingsOf(makeCatalogue())
  for (const [key, drawing] of drawings) {
    assert.equal(
      pack.svgHash(key),
      sha256(drawSvg(drawing)),
      `${key} has changed: run node app/database/seed/pictures/render.ts`,
    )
  }
  assert.deepEqual([...pack.keys()], [...drawings.keys()].sort())
})

test('the pack stays within 24 MB, because every clone waits for it', () => {
  assert.ok(statSync(packFile).size <= 24_000_000)
})

test('every form has at least two styles that look different', () => {
  for (const form of pictureForms) {
    assert.ok(styleCount(form) >= 2, form)
    const drawn = Array.from({ length: styleCount(form) }, (_, style) => drawSvg({ form, style, colour: 'silver' }))
    assert.equal(new Set(drawn).size, drawn.length, form)
  }
})

test('every form draws in every colour, the same each time, and without a broken number', () => {
  for (const form of pictureForms) {
    for (let style = 0; style < styleCount(form); style += 1) {
      for (const colour of colourKeys) {
        const svg = drawSvg({ form, style, colour })
        assert.equal(svg, drawSvg({ form, style, colour }))
        assert.doesNotMatch(svg, /NaN|undefined|Infinity|\[object/, `${form} ${style} ${colour}`)
        assert.doesNotMatch(
          svg,
          /"#(?!(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})")/i,
          `${form} ${style} ${colour}: a colour`,
        )
      }
    }
  }
})

test('a style beyond the last one starts again at the first', () => {
  const count = styleCount('smartphone')
  assert.equal(pictureKey({ form: 'smartphone', style: count + 1, colour: 'black' }), 'smartphone-1-black')
  assert.equal(
    drawSvg({ form: 'smartphone', style: count, colour: 'black' }),
    drawSvg({ form: 'smartphone', style: 0, colour: 'black' }),
  )
})

test('the styles that fit a product are styles its form has, and what a product is decides them', () => {
  for (const { slug, specifications, variants } of makeCatalogue().products) {
    for (const { drawing } of variants) {
      const fitting = fittingStyles(drawing.form, specifications)
      assert.ok(fitting.length > 0, slug)
      for (const style of fitting)
        assert.ok(style >= 0 && style < styleCount(drawing.form), `${slug}: ${drawing.form} ${style}`)
    }
  }
  assert.notDeepEqual(fittingStyles('fan', { kind: 'ceiling' }), fittingStyles('fan', { kind: 'table' }))
  assert.equal(fittingStyles('television', {}).length, styleCount('television'))
})
