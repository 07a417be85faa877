import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { badRequest } from './errors.ts'

/**
 * Bodies are JSON in UTF-8 and nothing else, but for routes that say so themselves: a name in another encoding is refused,
 * where the framework would keep it with its letters replaced.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser(['application/json', 'text/plain'])
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) parse(request, body.toString(), done)
    else done(badRequest('The body is not UTF-8. Send text in UTF-8.'))
  })
}
