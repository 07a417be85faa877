import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Id, nullable, PictureId } from './shapes.ts'

/** Largest picture that is taken: a phone's camera makes 3 to 8 MB. */
export const uploadBytesMax = 10 * 1024 * 1024
/** Most pixels of a picture that is taken, in millions: more than any camera of a shop, and 160 MB once decoded. */
export const uploadMegapixelsMax = 40
/** A smaller side would be blown up on every page. */
export const uploadSideMin = 240
export const uploadTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const

export const pictureRefusals = ['empty', 'not_a_picture', 'too_many_pixels', 'too_small', 'damaged'] as const
export type PictureRefusal = (typeof pictureRefusals)[number]

export const PictureUpload = Type.Object({
  id: Id,
  /** waiting: its renditions are being made, a few seconds. */
  state: Type.Enum(['waiting', 'done', 'failed']),
  /** To name in a product, variant or category; null until done. */
  pictureId: nullable(PictureId),
  /** Why it failed. */
  reason: nullable(Type.Enum([...pictureRefusals])),
})
export type PictureUpload = Static<typeof PictureUpload>

const tags = ['console: pictures']

export const uploadPicture = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'POST',
  url: '/api/console/pictures',
  schema: {
    summary:
      'Takes the bytes of a JPEG, PNG, WebP or AVIF, whatever its name; the same bytes again are the same upload',
    tags,
    consumes: [...uploadTypes],
    body: Type.Unsafe<Uint8Array>({ description: `at most ${uploadBytesMax} bytes` }),
    response: { 200: PictureUpload, ...errorResponses },
  },
})

export const getPictureUpload = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'GET',
  url: '/api/console/pictures/uploads/:uploadId',
  schema: {
    summary: 'How far an upload is',
    tags,
    params: Type.Object({ uploadId: Id }),
    response: { 200: PictureUpload, ...errorResponses },
  },
})
