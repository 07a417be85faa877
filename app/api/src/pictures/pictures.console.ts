import { getPictureUpload, uploadBytesMax, uploadPicture } from '@dhakacart/contract/console-pictures.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { TooBusy } from '../errors.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import { getUpload, takeUpload } from './picture-uploads.service.ts'

/** Pictures that one process receives at once: 40 MB of memory. */
const receivedAtOnce = 4

export function registerConsolePictures(app: FastifyInstance, door: StaffDoor, db: Db): void {
  registerStaff(app, door, getPictureUpload, ({ params }) => getUpload(db, params.uploadId))
  // A context of its own: nowhere else may a body be anything but JSON, or as large.
  app.register(async (uploads) => {
    let receiving = 0
    uploads.removeAllContentTypeParsers()
    uploads.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: uploadBytesMax }, (_request, body, done) => {
      done(null, body)
    })
    // Not onRequest: only whom the door has let in takes a place, and gives it back.
    uploads.addHook('preParsing', async (_request, reply) => {
      if (receiving >= receivedAtOnce) throw new TooBusy()
      receiving += 1
      reply.raw.once('close', () => {
        receiving -= 1
      })
    })
    registerStaff(uploads, door, uploadPicture, ({ body }, _reply, staff) => takeUpload(db, staff, toBuffer(body)))
  })
}

/** A request without a body has no content type either, and so no parser made a buffer. */
function toBuffer(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
