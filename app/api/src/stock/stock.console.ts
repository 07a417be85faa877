import * as contract from '@dhakacart/contract/console-stock.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { pageOf, readIdPosition, readPosition } from '../catalogue/console-cursor.ts'
import { VariantNotFound } from '../errors.ts'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as stock from './stock-console.repository.ts'
import { listDocuments, writeDocument } from './stock-documents.service.ts'

const defaultLimit = 50

export function registerConsoleStock(app: FastifyInstance, door: StaffDoor, db: Db): void {
  registerStaff(
    app,
    door,
    contract.listStock,
    async ({ query: { after, availableMax, limit = defaultLimit, ...filter } }) => {
      if (availableMax === undefined) {
        const afterSku = after === undefined ? null : (readPosition(after, ['string'])[0] as string)
        const rows = await stock.listItems(db, { ...filter, afterSku, limit: limit + 1 })
        const { page, nextCursor } = pageOf(rows, limit, ({ sku }) => [sku])
        return { items: page, nextCursor }
      }
      const scarce = { ...filter, availableMax, after: readScarcePosition(after), limit: limit + 1 }
      const rows = await stock.listScarceItems(db, scarce)
      const { page, nextCursor } = pageOf(rows, limit, ({ available, variantId }) => [available, variantId])
      return { items: page, nextCursor }
    },
  )
  registerStaff(app, door, contract.findStockBySku, async ({ query }) => orNotFound(await stock.findItem(db, query)))
  registerStaff(app, door, contract.listMovements, async ({ params, query: { after, limit = defaultLimit } }) => {
    const item = orNotFound(await stock.findItem(db, params))
    const rows = await stock.listMovements(db, params.variantId, readIdPosition(after), limit + 1)
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
    return { item, movements: page, nextCursor }
  })
  registerStaff(app, door, contract.receiveStock, ({ headers, body }, _reply, staff) =>
    writeDocument(db, staff, headers['idempotency-key'], { kind: 'receipt', ...body }),
  )
  registerStaff(app, door, contract.adjustStock, ({ headers, body }, _reply, staff) =>
    writeDocument(db, staff, headers['idempotency-key'], { kind: 'adjustment', ...body }),
  )
  registerStaff(app, door, contract.countStock, ({ headers, body }, _reply, staff) =>
    writeDocument(db, staff, headers['idempotency-key'], { kind: 'count', reason: 'count', ...body }),
  )
  registerStaff(app, door, contract.listStockDocuments, async ({ query: { after, kind, limit = defaultLimit } }) => {
    const rows = await listDocuments(db, { ...(kind && { kind }), afterId: readIdPosition(after), limit: limit + 1 })
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
    return { documents: page, nextCursor }
  })
}

function readScarcePosition(after: string | undefined): { available: number; variantId: number } | null {
  if (after === undefined) return null
  const [available, variantId] = readPosition(after, ['number', 'number']) as [number, number]
  return { available, variantId }
}

function orNotFound<T>(item: T | null): T {
  if (item === null) throw new VariantNotFound()
  return item
}
