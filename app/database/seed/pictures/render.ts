import { createHash } from 'node:crypto'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { makeCatalogue } from '../catalogue/catalogue.ts'
import type { Drawing } from '../catalogue/catalogue.types.ts'
import { drawingsOf } from './catalogue-drawings.ts'
import { drawSvg } from './draw.ts'
import { formats, indexFile, type PictureIndex, packFile, type Rendition, readPicturePack, widths } from './pictures.ts'

/**
 * Developer command: renders every drawing the catalogue uses into the committed pack, so that nobody's start encodes pictures.
 * A drawing that has not changed keeps its bytes; `--all` encodes everything again, for a change of the settings below.
 * `--at-most 50` stops after so many new pictures and saves an incomplete pack that the next run goes on from.
 */

/**
 * Chosen by looking at the flattest (white refrigerator) and the busiest (motherboard, speaker mesh) drawings side by side
 * with the lossless ones. Small renditions get more quality: they are cheap, and shown at their full size on dense screens.
 */
const avifQuality = { 240: 58, 480: 56, 960: 50 } as const
const webpQuality = { 240: 80, 480: 78, 960: 70 } as const

/** Git keeps every version of the pack for ever, and a clone waits for it. */
const packLimitBytes = 24_000_000

const canvas = 960

async function encode(drawing: Drawing): Promise<{ rendition: Pick<Rendition, 'format' | 'width'>; bytes: Buffer }[]> {
  const full = await sharp(Buffer.from(drawSvg(drawing)))
    .flatten({ background: '#ffffff' })
    .removeAlpha()
    .raw()
    .toBuffer()
  const pixels = sharp(full, { raw: { width: canvas, height: canvas, channels: 3 } })
  const jobs = formats.flatMap((format) =>
    widths.map(async (width) => {
      const scaled = pixels.clone().resize(width, width, { kernel: 'lanczos3' })
      const image =
        format === 'avif'
          ? scaled.avif({ quality: avifQuality[width], effort: 2, chromaSubsampling: '4:2:0' })
          : scaled.webp({ quality: webpQuality[width], effort: 4, smartSubsample: true })
      return { rendition: { format, width }, bytes: await image.toBuffer() }
    }),
  )
  return Promise.all(jobs)
}

async function render(everything: boolean, atMost: number): Promise<void> {
  const known = existsSync(packFile) && existsSync(indexFile) && !everything ? readPicturePack() : null
  const drawings = [...drawingsOf(makeCatalogue())].sort(([a], [b]) => (a < b ? -1 : 1))
  const index: PictureIndex = {}
  const chunks: Buffer[] = []
  let offset = 0
  let encoded = 0

  for (const [key, drawing] of drawings) {
    const svgHash = createHash('sha256').update(drawSvg(drawing)).digest('hex')
    const isUnchanged = known?.svgHash(key) === svgHash
    if (!isUnchanged) encoded += 1
    if (encoded > atMost) continue
    const pictures = isUnchanged
      ? known.renditions(key).map(({ bytes, format, width }) => ({ rendition: { format, width }, bytes }))
      : await encode(drawing)
    const renditions = pictures.map(({ rendition, bytes }) => {
      const entry = {
        ...rendition,
        offset,
        length: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      }
      chunks.push(bytes)
      offset += bytes.length
      return entry
    })
    index[key] = { svgHash, renditions }
    if (!isUnchanged && encoded % 20 === 0)
      console.log(`${encoded} encoded, at ${key}, ${(offset / 1e6).toFixed(1)} MB`)
  }

  if (offset > packLimitBytes) {
    throw new Error(
      `The pack would be ${offset} bytes, over the ${packLimitBytes} allowed: lower the qualities or use fewer drawings`,
    )
  }
  replaceFile(packFile, Buffer.concat(chunks))
  replaceFile(indexFile, `${JSON.stringify(index, null, 2)}\n`)
  const missing = drawings.length - Object.keys(index).length
  console.log(`${drawings.length} pictures, ${missing} of them still to encode, ${(offset / 1e6).toFixed(2)} MB`)
}

function replaceFile(file: URL, content: Buffer | string): void {
  const draft = new URL(`${file.href}.draft`)
  writeFileSync(draft, content)
  renameSync(draft, file)
}

// One thread per encoder leaves the developer's machine usable during the minutes this takes.
sharp.concurrency(1)
const { values } = parseArgs({ options: { all: { type: 'boolean' }, 'at-most': { type: 'string' } } })
await render(values.all ?? false, Number(values['at-most'] ?? Number.POSITIVE_INFINITY))
