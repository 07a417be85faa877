import Type, { type Static } from 'typebox'
import { defineStaffRoute } from './route.ts'
import {
  Cursor,
  errorResponses,
  Id,
  IdempotencyKeyHeader,
  Instant,
  nullable,
  Paisa,
  PictureId,
  Slug,
  strict,
} from './shapes.ts'

/** How staff see and edit products, variants and brands. A product is edited as one thing: variants and pictures included. */

/** Most variants of one product: the largest of ours comes in 6 colours and 4 memories. */
export const maxVariants = 60
export const maxProductPictures = 12
export const maxHighlights = 12
/** Most specifications that products of one category state. */
export const maxSpecifications = 40

const text = (maxLength: number) =>
  strict({ en: Type.String({ minLength: 1, maxLength }), bn: Type.String({ minLength: 1, maxLength }) })
/** Longest name, description, highlight and model number; a name of 160 characters fills three lines of a phone. */
export const productTextLimits = { name: 160, description: 4_000, highlight: 160, modelNumber: 80 } as const

/** What stands on boxes and in spreadsheets: capitals, digits, single dashes, dots and slashes in between. */
export const Sku = Type.String({ minLength: 1, maxLength: 64, pattern: '^[A-Z0-9]+(?:[-./+_][A-Z0-9]+)*$' })
const Version = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'of what was shown; see VERSION_CONFLICT',
})

const OptionValue = Type.String({ minLength: 1, maxLength: 40 })
export const VariantOptions = strict({
  colour: Type.Optional(OptionValue),
  memory: Type.Optional(OptionValue),
  size: Type.Optional(OptionValue),
})

const variantFields = {
  sku: Sku,
  options: VariantOptions,
  pricePaisa: Type.Integer({ minimum: 1, maximum: 100_000_000_000 }),
  compareAtPaisa: nullable(Paisa),
  pictureId: nullable(PictureId),
  isPublished: Type.Boolean(),
}
/** `id` is null for a variant that is new. */
export const VariantContent = strict({ id: nullable(Id), ...variantFields })
export type VariantContent = Static<typeof VariantContent>

const SpecificationValue = Type.Union([
  Type.String({ minLength: 1, maxLength: 200 }),
  Type.Number({ minimum: -1e9, maximum: 1e9 }),
  Type.Boolean(),
])

const productFields = {
  slug: Slug,
  categoryId: Id,
  brandId: Id,
  modelNumber: Type.String({ minLength: 1, maxLength: productTextLimits.modelNumber }),
  name: text(productTextLimits.name),
  description: text(productTextLimits.description),
  highlights: Type.Array(text(productTextLimits.highlight), { maxItems: maxHighlights }),
  /** By the key of the category's specifications, of the type that they say. */
  specifications: Type.Record(Type.String({ pattern: '^[a-z][a-zA-Z0-9]{0,39}$' }), SpecificationValue, {
    maxProperties: maxSpecifications,
  }),
  warrantyMonths: Type.Integer({ minimum: 0, maximum: 240 }),
  isOfficial: Type.Boolean(),
  weightGrams: Type.Integer({ minimum: 1, maximum: 500_000 }),
  vatBasisPoints: Type.Integer({ minimum: 0, maximum: 10_000 }),
  isPublished: Type.Boolean(),
  pictureIds: Type.Array(PictureId, { maxItems: maxProductPictures, uniqueItems: true }),
}
/** Variants in the order shoppers see them. */
export const ProductContent = strict({
  ...productFields,
  variants: Type.Array(VariantContent, { minItems: 1, maxItems: maxVariants }),
})
export type ProductContent = Static<typeof ProductContent>

export const ConsoleVariant = Type.Object({ id: Id, ...variantFields, onHand: Type.Integer(), held: Type.Integer() })
export type ConsoleVariant = Static<typeof ConsoleVariant>
export const ConsoleProduct = Type.Object({
  id: Id,
  version: Version,
  ...productFields,
  variants: Type.Array(ConsoleVariant),
  /** Slugs it had before; they lead to it. */
  formerSlugs: Type.Array(Slug),
  createdAt: Instant,
  updatedAt: Instant,
})
export type ConsoleProduct = Static<typeof ConsoleProduct>

export const ConsoleProductSummary = Type.Object({
  id: Id,
  slug: Slug,
  name: Type.Object({ en: Type.String(), bn: Type.String() }),
  modelNumber: Type.String(),
  brandName: Type.String(),
  category: Type.Object({ id: Id, name: Type.Object({ en: Type.String(), bn: Type.String() }) }),
  pictureId: nullable(PictureId),
  isPublished: Type.Boolean(),
  variantCount: Type.Integer(),
  /** Of its cheapest and its dearest variant. */
  minPricePaisa: Paisa,
  maxPricePaisa: Paisa,
  /** Units that can be sold now, all variants together. */
  available: Type.Integer(),
  updatedAt: Instant,
})
export type ConsoleProductSummary = Static<typeof ConsoleProductSummary>

export const stockFilters = ['sold_out', 'low', 'in_stock'] as const
export const pageLimit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 }))

const tags = ['console: catalogue']
const params = Type.Object({ productId: Id })

export const listConsoleProducts = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/products',
  schema: {
    summary: 'Products, published or not, the last changed ones first',
    tags,
    querystring: strict({
      /** Letters anywhere in a name, model number, slug or SKU. */
      query: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      /** A leaf or a top-level category. */
      categoryId: Type.Optional(Id),
      brandId: Type.Optional(Id),
      isPublished: Type.Optional(Type.Boolean()),
      stock: Type.Optional(Type.Enum([...stockFilters])),
      after: Type.Optional(Cursor),
      limit: pageLimit,
    }),
    response: {
      200: Type.Object({ products: Type.Array(ConsoleProductSummary), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const getConsoleProduct = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/products/:productId',
  schema: {
    summary: 'One product as staff edit it',
    tags,
    params,
    response: { 200: ConsoleProduct, ...errorResponses },
  },
})

export const createProduct = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'POST',
  url: '/api/console/products',
  schema: {
    summary: 'Adds a product with its variants, which have no stock yet',
    tags,
    headers: IdempotencyKeyHeader,
    body: ProductContent,
    response: { 200: ConsoleProduct, ...errorResponses },
  },
})

export const saveProduct = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'PUT',
  url: '/api/console/products/:productId',
  schema: {
    summary: 'Makes a product what the body says; every variant it has must be in it, because sold variants stay known',
    tags,
    params,
    body: strict({ version: Version, ...ProductContent.properties }),
    response: { 200: ConsoleProduct, ...errorResponses },
  },
})

export const publishProduct = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'PUT',
  url: '/api/console/products/:productId/publication',
  schema: {
    summary: 'Shows a product to shoppers, or hides it',
    tags,
    params,
    body: strict({ isPublished: Type.Boolean() }),
    response: { 200: ConsoleProduct, ...errorResponses },
  },
})

export const PriceChange = Type.Object({
  id: Id,
  variantId: Id,
  sku: Type.String(),
  oldPricePaisa: nullable(Paisa),
  pricePaisa: Paisa,
  oldCompareAtPaisa: nullable(Paisa),
  compareAtPaisa: nullable(Paisa),
  /** null when no person did it. */
  staffName: nullable(Type.String()),
  changedAt: Instant,
})

export const listPriceChanges = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/products/:productId/price-changes',
  schema: {
    summary: 'What the variants of a product cost before, newest first',
    tags,
    params,
    querystring: strict({ after: Type.Optional(Cursor), limit: pageLimit }),
    response: {
      200: Type.Object({ changes: Type.Array(PriceChange), nextCursor: nullable(Cursor) }),
      ...errorResponses,
    },
  },
})

export const ConsoleBrand = Type.Object({
  id: Id,
  version: Version,
  slug: Slug,
  name: Type.String(),
  productCount: Type.Integer(),
})
export type ConsoleBrand = Static<typeof ConsoleBrand>
const brandFields = { slug: Slug, name: Type.String({ minLength: 1, maxLength: 80 }) }

export const listBrands = defineStaffRoute({
  permission: 'catalogue.read',
  method: 'GET',
  url: '/api/console/brands',
  schema: {
    summary: 'All brands by name, at most 1,000',
    tags,
    response: { 200: Type.Object({ brands: Type.Array(ConsoleBrand) }), ...errorResponses },
  },
})

export const createBrand = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'POST',
  url: '/api/console/brands',
  schema: {
    summary: 'Adds a brand',
    tags,
    headers: IdempotencyKeyHeader,
    body: strict(brandFields),
    response: { 200: ConsoleBrand, ...errorResponses },
  },
})

export const saveBrand = defineStaffRoute({
  permission: 'catalogue.write',
  method: 'PUT',
  url: '/api/console/brands/:brandId',
  schema: {
    summary: 'Renames a brand',
    tags,
    params: Type.Object({ brandId: Id }),
    body: strict({ version: Version, ...brandFields }),
    response: { 200: ConsoleBrand, ...errorResponses },
  },
})
