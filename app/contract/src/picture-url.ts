// Apart from the route's shapes, because browsers build these addresses and must not load the schema library for it.

/** Widths in pixels in which every picture is kept, smallest first. */
export const pictureWidths = [240, 480, 960] as const
export const pictureFormats = ['avif', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** Where a rendition of a picture is served. The id is the hash of its content, so the answer never changes. */
export function pictureUrl(pictureId: string, width: number, format: PictureFormat): string {
  return `/api/pictures/${pictureId}/${width}.${format}`
}
