import { type PictureRefusal, uploadMegapixelsMax, uploadSideMin } from '@dhakacart/contract/console-pictures.schema.ts'
import { type PictureFormat, pictureFormats, pictureWidths } from '@dhakacart/contract/picture-url.ts'
import type { Sharp, SharpOptions } from 'sharp'

/**
 * Of the many decoders of the library only these four may ever see bytes from outside: an SVG reads files and addresses, and
 * each further decoder is a further way in. It holds for the whole process.
 */
const decoders = [
  'VipsForeignLoadJpegBuffer',
  'VipsForeignLoadPngBuffer',
  'VipsForeignLoadWebpBuffer',
  'VipsForeignLoadHeifBuffer',
]

let opening: Promise<(bytes: Buffer, options: SharpOptions) => Sharp> | undefined

/** Loads the library with the first picture: most processes never see one, and it takes 8 MB of each. */
function openLibrary() {
  opening ??= import('sharp').then(({ default: sharp }) => {
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: decoders })
    // One thread for each picture: what renders pictures shares its processors with what takes orders.
    sharp.concurrency(1)
    // Pictures come once each; keeping decoded ones would only hold memory.
    sharp.cache(false)
    return sharp
  })
  return opening
}

const pixelsMax = uploadMegapixelsMax * 1_000_000
/** A decoder that needs longer is stuck, or was fed to be. */
const renderSecondsMax = 60

/** As the ready-made pictures of the shop are encoded; see app/database/seed/pictures/render.ts. */
const avifQuality = { 240: 58, 480: 56, 960: 50 } as const
const webpQuality = { 240: 80, 480: 78, 960: 70 } as const

/** Why bytes cannot be a picture of the shop. */
export class UnusablePicture extends Error {
  readonly reason: PictureRefusal
  constructor(reason: PictureRefusal, cause?: unknown) {
    super(`not a usable picture: ${reason}`, { cause })
    this.reason = reason
  }
}

/** The four formats by what their first bytes say; null for everything else, however it is called. */
function recogniseFormat(bytes: Uint8Array): 'jpeg' | 'png' | 'webp' | 'avif' | null {
  const text = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg'
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp'
  // The brands that follow the length say which of the many things in this box it is.
  if (text(4, 8) === 'ftyp' && /avi[fs]/.test(text(8, 32))) return 'avif'
  return null
}

/** Reads the header alone: cheap, and enough to refuse what would burst the memory. Throws UnusablePicture. */
export async function checkPicture(bytes: Buffer): Promise<void> {
  if (bytes.length === 0) throw new UnusablePicture('empty')
  const format = recogniseFormat(bytes)
  if (format === null) throw new UnusablePicture('not_a_picture')
  const sharp = await openLibrary()
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw new UnusablePicture('damaged', error)
    })
  const isWhatItSays = header.format === (format === 'avif' ? 'heif' : format)
  if (!isWhatItSays || (format === 'avif' && header.compression !== 'av1')) throw new UnusablePicture('not_a_picture')
  if (header.width * header.height > pixelsMax) throw new UnusablePicture('too_many_pixels')
  if (Math.min(header.width, header.height) < uploadSideMin) throw new UnusablePicture('too_small')
}

export type RenderedPicture = { format: PictureFormat; width: number; bytes: Buffer }

/**
 * The renditions of an upload: decoded and encoded anew, so nothing of the file but its pixels remains; turned as the camera
 * was held, on a white square. Throws UnusablePicture when the pixels cannot be read.
 */
export async function renderPicture(bytes: Buffer): Promise<RenderedPicture[]> {
  await checkPicture(bytes)
  const sharp = await openLibrary()
  const side = Math.max(...pictureWidths)
  const square = await sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .autoOrient()
    .resize(side, side, { fit: 'contain', background: '#ffffff', kernel: 'lanczos3' })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .removeAlpha()
    .timeout({ seconds: renderSecondsMax })
    .raw()
    .toBuffer()
    .catch((error: unknown) => {
      throw new UnusablePicture('damaged', error)
    })
  const pixels = sharp(square, { raw: { width: side, height: side, channels: 3 } })
  const renditions: RenderedPicture[] = []
  for (const format of pictureFormats) {
    for (const width of pictureWidths) {
      const scaled = pixels.clone().resize(width, width, { kernel: 'lanczos3' })
      const encoded =
        format === 'avif'
          ? scaled.avif({ quality: avifQuality[width], effort: 2, chromaSubsampling: '4:2:0' })
          : scaled.webp({ quality: webpQuality[width], effort: 4, smartSubsample: true })
      renditions.push({ format, width, bytes: await encoded.toBuffer() })
    }
  }
  return renditions
}
