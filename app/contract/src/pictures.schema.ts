import Type from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses, PictureId } from './shapes.ts'

/** Widths in pixels in which every picture is kept, smallest first. */
export const pictureWidths = [240, 480, 960] as const
export const pictureFormats = ['avif', 'webp'] as const
export type PictureFormat = (typeof pictureFormats)[number]

/** Where a rendition of a picture is served. The id is the hash of its content, so the answer never changes. */
export function pictureUrl(pictureId: string, width: number, format: PictureFormat): string {
  return `/api/pictures/${pictureId}/${width}.${format}`
}

export const getPicture = defineRoute({
  method: 'GET',
  url: '/api/pictures/:pictureId/:file',
  schema: {
    summary: 'The bytes of a rendition: AVIF or WebP in one of three widths, to be kept for ever',
    tags: ['pictures'],
    params: Type.Object({
      pictureId: PictureId,
      file: Type.String({ pattern: `^(?:${pictureWidths.join('|')})\\.(?:${pictureFormats.join('|')})$` }),
    }),
    response: errorResponses,
  },
})
