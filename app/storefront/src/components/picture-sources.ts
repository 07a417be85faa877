import { pictureUrl, pictureWidths } from '@dhakacart/contract/picture-url.ts'

export type PictureSize = 'card' | 'tile' | 'thumb' | 'main'

/** Widths offered and the room a picture has on screen, for each place that shows one. Pictures are square. */
const rooms: Readonly<Record<PictureSize, { widths: readonly number[]; sizes: string; side: number }>> = {
  thumb: { widths: [240], sizes: '72px', side: 72 },
  tile: { widths: [240, 480], sizes: '(min-width: 800px) 150px, 30vw', side: 240 },
  card: { widths: [240, 480], sizes: '(min-width: 800px) 220px, 44vw', side: 240 },
  main: { widths: pictureWidths, sizes: '(min-width: 800px) 480px, 92vw', side: 480 },
}

/** The addresses of one format in the widths of a place, as `srcset` wants them. */
export function pictureSources(pictureId: string, size: PictureSize, format: 'avif' | 'webp') {
  const { widths, sizes } = rooms[size]
  return { srcset: widths.map((width) => `${pictureUrl(pictureId, width, format)} ${width}w`).join(', '), sizes }
}

/** Side in CSS pixels of the room kept free for a picture; the style sheet scales it. */
export function pictureSide(size: PictureSize): number {
  return rooms[size].side
}
