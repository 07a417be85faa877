import type { PictureFormat } from '@dhakacart/contract/picture-url.ts'
import { getPicture } from '@dhakacart/contract/pictures.schema.ts'
import type { FastifyInstance } from 'fastify'
import { NotFound } from '../errors.ts'
import type { PictureService } from './pictures.service.ts'

/** A year, the most that caches honour: the address is made from the content, so what it names never changes. */
const cacheControl = 'public, max-age=31536000, immutable'

export function registerPictures(app: FastifyInstance, pictures: PictureService): void {
  app.route<{ Params: { pictureId: string; file: string } }>({
    method: getPicture.method,
    url: getPicture.url,
    schema: getPicture.schema,
    handler: async (request, reply) => {
      const [width, format] = request.params.file.split('.')
      const picture = await pictures.read({
        pictureId: request.params.pictureId,
        width: Number(width),
        format: format as PictureFormat,
      })
      if (picture === null) throw new NotFound()
      const etag = `"${picture.hash}"`
      reply.header('cache-control', cacheControl).header('etag', etag).header('x-content-type-options', 'nosniff')
      if (request.headers['if-none-match'] === etag) return reply.code(304).send()
      return reply.type(picture.contentType).send(picture.bytes)
    },
  })
}
