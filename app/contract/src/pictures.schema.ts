import Type from 'typebox'
import { pictureFormats, pictureWidths } from './picture-url.ts'
import { defineRoute } from './route.ts'
import { errorResponses, PictureId } from './shapes.ts'

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
    response: {
      200: Type.Unsafe<Uint8Array>({
        description: 'The picture',
        content: { 'image/avif': { schema: {} }, 'image/webp': { schema: {} } },
      }),
      ...errorResponses,
    },
  },
})
