import Type, { type Static } from 'typebox'
import { maxSpecifications } from './console-catalogue.schema.ts'
import { defineStaffRoute } from './route.ts'
import { errorResponses, Id, IdempotencyKeyHeader, nullable, PictureId, Slug, strict } from './shapes.ts'
import { unitIdentities } from './unit-identity.ts'

/** Categories as staff edit them: two levels, products in leaves, each leaf with the specifications its products state. */

const localised = (minLength: number, maxLength: number) =>
  strict({ en: Type.String({ minLength, maxLength }), bn: Type.String({ minLength, maxLength }) })
const Version = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'of what was shown; see VERSION_CONFLICT',
})

export const specificationKinds = ['number', 'choice', 'boolean', 'text'] as const
/** Most choices of one specification. */
export const maxSpecificationChoices = 60

export const SpecificationContent = strict({
  key: Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }),
  name: localised(1, 80),
  kind: Type.Enum([...specificationKinds]),
  unit: nullable(localised(1, 20)),
  /** Shoppers can narrow lists by it. */
  isFacet: Type.Boolean(),
  /** Of a choice: what is stored, and what shoppers read. */
  values: Type.Optional(
    Type.Record(Type.String({ minLength: 1, maxLength: 80 }), localised(1, 80), {
      maxProperties: maxSpecificationChoices,
    }),
  ),
})
export type SpecificationContent = Static<typeof SpecificationContent>

const categoryFields = {
  slug: Slug,
  /** null: a top-level category. */
  parentId: nullable(Id),
  name: localised(1, 80),
  description: localised(0, 600),
  pictureId: nullable(PictureId),
  specifications: Type.Array(SpecificationContent, { maxItems: maxSpecifications }),
  /** What packing asks for of each unit of its products. */
  unitIdentity: Type.Enum([...unitIdentities]),
}
export const CategoryContent = strict(categoryFields)
export type CategoryContent = Static<typeof CategoryContent>

export const ConsoleCategory = Type.Object({
  id: Id,
  version: Version,
  ...categoryFields,
  /** Among its siblings, from 1. */
  position: Type.Integer(),
  /** Published or not, in it and below it. */
  productCount: Type.Integer(),
})
export type ConsoleCategory = Static<typeof ConsoleCategory>
/** The whole tree, which is shown as one: at most 500 of them. */
const Tree = Type.Object({ categories: Type.Array(ConsoleCategory) })

const tags = ['console: categories']
const params = Type.Object({ categoryId: Id })

export const listConsoleCategories = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/categories',
  schema: {
    summary: 'All categories, parents before children, in menu order',
    tags,
    response: { 200: Tree, ...errorResponses },
  },
})

export const createCategory = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'POST',
  url: '/api/console/categories',
  schema: {
    summary: 'Adds a category as the last of its siblings',
    tags,
    headers: IdempotencyKeyHeader,
    body: CategoryContent,
    response: { 200: ConsoleCategory, ...errorResponses },
  },
})

export const saveCategory = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'PUT',
  url: '/api/console/categories/:categoryId',
  schema: {
    summary: 'Changes a category; refuses what products of it or lists of shoppers depend on',
    tags,
    params,
    body: strict({ version: Version, ...categoryFields }),
    response: { 200: ConsoleCategory, ...errorResponses },
  },
})

export const moveCategory = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'PUT',
  url: '/api/console/categories/:categoryId/position',
  schema: {
    summary: 'Puts a category at another place among its siblings',
    tags,
    params,
    body: strict({ position: Type.Integer({ minimum: 1, maximum: 500 }) }),
    response: { 200: Tree, ...errorResponses },
  },
})

export const removeCategory = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'DELETE',
  url: '/api/console/categories/:categoryId',
  schema: {
    summary: 'Removes a category that has neither products nor categories below it',
    tags,
    params,
    response: { 200: Tree, ...errorResponses },
  },
})
