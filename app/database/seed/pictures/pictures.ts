import { readFileSync } from 'node:fs'

export const formats = ['avif', 'webp'] as const
/** Pixels; pictures are square. */
export const widths = [240, 480, 960] as const

export type Rendition = {
  format: (typeof formats)[number]
  width: (typeof widths)[number]
  offset: number
  length: number
  sha256: string
}

/** `svgHash` tells which drawing the bytes were made from. */
export type PictureIndex = Record<string, { svgHash: string; renditions: Rendition[] }>

export type PackedPicture = Pick<Rendition, 'format' | 'width' | 'sha256'> & { bytes: Buffer }

export const packFile = new URL('./pictures.pack', import.meta.url)
export const indexFile = new URL('./pictures.index.json', import.meta.url)

/**
 * Opens the ready-made pictures by their key (`pictureKey` of a drawing). The pack is read into memory once and `bytes` are
 * views of it; an unknown key throws.
 */
export function readPicturePack() {
  const pack = readFileSync(packFile)
  const index = JSON.parse(readFileSync(indexFile, 'utf8')) as PictureIndex
  return {
    keys: (): Iterable<string> => Object.keys(index),
    svgHash: (key: string): string | undefined => index[key]?.svgHash,
    renditions(key: string): PackedPicture[] {
      const picture = index[key]
      if (!picture) throw new Error(`The picture pack has no ${key}: run node app/database/seed/pictures/render.ts`)
      return picture.renditions.map(({ format, width, offset, length, sha256 }) => ({
        format,
        width,
        sha256,
        bytes: pack.subarray(offset, offset + length),
      }))
    },
  }
}
