import { Readable } from 'node:stream'
import * as contract from '@dhakacart/contract/console-imports.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { pageOf, readIdPosition } from '../catalogue/console-cursor.ts'
import { writeCsv } from '../csv/csv.ts'
import { TooBusy } from '../errors.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import { exportProducts, exportStock } from './catalogue-export.ts'
import * as imports from './imports.service.ts'

const defaultLimit = 50
/** Files that one process receives at once; each holds a batch of rows in memory. */
const receivedAtOnce = 2

export function registerConsoleImports(app: FastifyInstance, door: StaffDoor, db: Db): void {
  registerStaff(app, door, contract.listImports, async ({ query: { after, limit = defaultLimit } }) => {
    const rows = await imports.listImports(db, { afterId: readIdPosition(after), limit: limit + 1 })
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
    return { imports: page, nextCursor }
  })
  registerStaff(app, door, contract.getImport, ({ params }) => imports.getImport(db, params.importId))
  registerStaff(app, door, contract.listImportProblems, async ({ params, query: { after, limit = defaultLimit } }) => {
    await imports.getImport(db, params.importId)
    const rows = await imports.listProblems(db, params.importId, readIdPosition(after), limit + 1)
    const { page, nextCursor } = pageOf(rows, limit, ({ line }) => [line])
    return { rows: page, nextCursor }
  })
  registerStaff(app, door, contract.applyImport, ({ params, body }, _reply, staff) =>
    imports.applyImport(db, staff, params.importId, body.skipsProblems),
  )
  registerStaff(app, door, contract.cancelImport, ({ params }, _reply, staff) =>
    imports.cancelImport(db, staff, params.importId),
  )
  registerStaff(app, door, contract.getImportTemplate, async ({ params }, reply) =>
    sendFile(reply, `dhakacart-${params.kind}.csv`, writeCsv(contract.importColumns[params.kind], [])),
  )
  registerStaff(app, door, contract.exportCatalogue, async ({ params }, reply) => {
    const lines = params.kind === 'products' ? exportProducts(db) : exportStock(db)
    return sendFile(reply, `dhakacart-${params.kind}.csv`, Readable.from(lines))
  })
  registerUpload(app, door, db)
}

function registerUpload(app: FastifyInstance, door: StaffDoor, db: Db): void {
  // A context of its own: nowhere else may a body be anything but JSON, or as large.
  app.register(async (uploads) => {
    let receiving = 0
    uploads.removeAllContentTypeParsers()
    // Read as it arrives, by the handler.
    uploads.addContentTypeParser('*', (_request, stream, done) => done(null, stream))
    registerStaff(uploads, door, contract.startImport, async ({ headers, query, body, raw }, _reply, staff) => {
      if (receiving >= receivedAtOnce) throw new TooBusy()
      receiving += 1
      try {
        return await imports.startImport(db, staff, {
          ...query,
          key: headers['idempotency-key'],
          stream: (body as unknown) instanceof Readable ? (body as unknown as Readable) : Readable.from([]),
          isGzip: raw.headers['content-encoding'] === 'gzip',
        })
      } finally {
        receiving -= 1
      }
    })
  })
}

function sendFile(reply: FastifyReply, name: string, content: string | Readable): never {
  // The answer is on its way; what a handler returns is not sent again then.
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('x-content-type-options', 'nosniff')
    .send(content) as never
}
