import * as contract from '@dhakacart/contract/console-catalogue.schema.ts'
import * as categoryContract from '@dhakacart/contract/console-categories.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { registerStaff } from '../staff/register-staff.ts'
import type { StaffDoor } from '../staff/staff-door.ts'
import * as brands from './brands.service.ts'
import * as categories from './categories.service.ts'
import { pageOf, readIdPosition, readPosition } from './console-cursor.ts'
import * as products from './products.service.ts'

const defaultLimit = 50

export function registerConsoleCatalogue(app: FastifyInstance, door: StaffDoor, db: Db): void {
  registerStaff(app, door, contract.listConsoleProducts, async ({ query }) => {
    const { after, limit = defaultLimit, ...filter } = query
    const rows = await products.listProducts(db, { ...filter, after: readAfter(after), limit: limit + 1 })
    const { page, nextCursor } = pageOf(rows, limit, ({ updatedAt, id }) => [updatedAt, id])
    return { products: page, nextCursor }
  })
  registerStaff(app, door, contract.getConsoleProduct, ({ params }) => products.getProduct(db, params.productId))
  registerStaff(app, door, contract.createProduct, ({ headers, body }, _reply, staff) =>
    products.createProduct(db, staff, headers['idempotency-key'], body),
  )
  registerStaff(app, door, contract.saveProduct, ({ params, body: { version, ...content } }, _reply, staff) =>
    products.saveProduct(db, staff, params.productId, version, content),
  )
  registerStaff(app, door, contract.publishProduct, ({ params, body }, _reply, staff) =>
    products.publishProduct(db, staff, params.productId, body.isPublished),
  )
  registerStaff(app, door, contract.listPriceChanges, async ({ params, query: { after, limit = defaultLimit } }) => {
    await products.getProduct(db, params.productId)
    const rows = await products.listPriceChanges(db, params.productId, readIdPosition(after), limit + 1)
    const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
    return { changes: page, nextCursor }
  })
  registerStaff(app, door, contract.listBrands, async () => ({ brands: await brands.listBrands(db) }))
  registerStaff(app, door, contract.createBrand, ({ headers, body }, _reply, staff) =>
    brands.createBrand(db, staff, headers['idempotency-key'], body),
  )
  registerStaff(app, door, contract.saveBrand, ({ params, body: { version, ...content } }, _reply, staff) =>
    brands.saveBrand(db, staff, params.brandId, version, content),
  )
  registerCategories(app, door, db)
}

function registerCategories(app: FastifyInstance, door: StaffDoor, db: Db): void {
  registerStaff(app, door, categoryContract.listConsoleCategories, async () => ({
    categories: await categories.listTree(db),
  }))
  registerStaff(app, door, categoryContract.createCategory, ({ headers, body }, _reply, staff) =>
    categories.createCategory(db, staff, headers['idempotency-key'], body),
  )
  registerStaff(app, door, categoryContract.saveCategory, ({ params, body: { version, ...content } }, _reply, staff) =>
    categories.saveCategory(db, staff, params.categoryId, version, content),
  )
  registerStaff(app, door, categoryContract.moveCategory, async ({ params, body }, _reply, staff) => ({
    categories: await categories.moveCategory(db, staff, params.categoryId, body.position),
  }))
  registerStaff(app, door, categoryContract.removeCategory, async ({ params }, _reply, staff) => ({
    categories: await categories.removeCategory(db, staff, params.categoryId),
  }))
}

function readAfter(cursor: string | undefined): { updatedAt: string; id: number } | null {
  if (cursor === undefined) return null
  const [updatedAt, id] = readPosition(cursor, ['instant', 'number']) as [string, number]
  return { updatedAt, id }
}
