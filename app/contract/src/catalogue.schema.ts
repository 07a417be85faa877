import Type, { type Static } from 'typebox'
import { defineRoute } from './route.ts'
import { Cursor, errorResponses, Id, Instant, Localised, nullable, Paisa, PictureId, Slug } from './shapes.ts'

/** Header of what pages are made of, catalogue and terms of instalments: milliseconds since the api last compared what it tells with the database. */
export const catalogueAgeHeader = 'x-catalogue-age-ms'

export const Brand = Type.Object({ slug: Slug, name: Type.String() })

export const CategorySummary = Type.Object({
  slug: Slug,
  parentSlug: nullable(Slug),
  name: Localised,
  description: Localised,
  pictureId: nullable(PictureId),
  /** Published products in it and below it. */
  productCount: Type.Integer(),
})
export type CategorySummary = Static<typeof CategorySummary>

export const saleOfferStates = ['upcoming', 'running', 'sold_out'] as const
const SaleWindow = {
  startsAt: Instant,
  endsAt: Instant,
  /** When this was answered; sold_out: it runs, but its allotment is gone and the usual price holds. */
  state: Type.Enum([...saleOfferStates]),
  /** What it costs in the sale, and outside of it. */
  pricePaisa: Paisa,
  usualPricePaisa: Paisa,
}
/** The sale that a variant is in, or will be in first. Whoever shows it carries both prices and switches at its instants. */
export const SaleOffer = Type.Object({
  saleId: Id,
  name: Localised,
  ...SaleWindow,
  /** Left of the allotment when those are the last five, else null. */
  unitsLeft: nullable(Type.Integer()),
  /** Of the allotment, in tenths rounded down. */
  soldPercent: Type.Integer(),
  /** Units one customer may buy; null: any number. */
  limitPerCustomer: nullable(Type.Integer()),
  hasWaitingRoom: Type.Boolean(),
})
export type SaleOffer = Static<typeof SaleOffer>

/** A product as lists show it. Prices are those of its cheapest variant. */
export const ProductCard = Type.Object({
  slug: Slug,
  name: Localised,
  brand: Brand,
  categorySlug: Slug,
  pictureId: nullable(PictureId),
  pricePaisa: Paisa,
  compareAtPaisa: nullable(Paisa),
  hasSeveralPrices: Type.Boolean(),
  isInStock: Type.Boolean(),
  isOfficial: Type.Boolean(),
  warrantyMonths: Type.Integer(),
  variantCount: Type.Integer(),
  sale: nullable(Type.Object(SaleWindow)),
})
export type ProductCard = Static<typeof ProductCard>

export const sortOrders = ['relevance', 'popular', 'newest', 'price-asc', 'price-desc'] as const
export type SortOrder = (typeof sortOrders)[number]

/** Most specification choices and brands one URL may ask for. */
const maxChoices = 30

export const ProductListQuery = Type.Object(
  {
    query: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** A leaf or a top-level category. */
    category: Type.Optional(Slug),
    brand: Type.Optional(Type.Array(Slug, { maxItems: maxChoices })),
    minPricePaisa: Type.Optional(Paisa),
    maxPricePaisa: Type.Optional(Paisa),
    inStock: Type.Optional(Type.Boolean()),
    /** `key:value` of a facet specification. Values of one key are alternatives, keys narrow down. */
    specification: Type.Optional(
      Type.Array(Type.String({ pattern: '^[a-zA-Z0-9]+:.{1,80}$', maxLength: 120 }), { maxItems: maxChoices }),
    ),
    sort: Type.Optional(Type.Enum([...sortOrders])),
    after: Type.Optional(Cursor),
    before: Type.Optional(Cursor),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 48, default: 24 })),
  },
  { additionalProperties: false },
)
export type ProductListQuery = Static<typeof ProductListQuery>

export const FacetValue = Type.Object({
  value: Type.String(),
  label: Localised,
  /** Products that would be listed if this value were (also) chosen. */
  count: Type.Integer(),
  isChosen: Type.Boolean(),
})
export const Facet = Type.Object({ key: Type.String(), name: Localised, values: Type.Array(FacetValue) })
export type Facet = Static<typeof Facet>

export const ProductList = Type.Object({
  products: Type.Array(ProductCard),
  totalCount: Type.Integer(),
  /** Number of the first product of this page in the whole list, from 1; 0 when the list is empty. */
  firstPosition: Type.Integer(),
  nextCursor: nullable(Cursor),
  previousCursor: nullable(Cursor),
  category: nullable(CategorySummary),
  brands: Type.Array(FacetValue),
  /** Facets of the category's specifications; empty without a category. */
  facets: Type.Array(Facet),
  priceRange: Type.Object({ minPaisa: Paisa, maxPaisa: Paisa }),
  inStockCount: Type.Integer(),
})
export type ProductList = Static<typeof ProductList>

export const availabilities = ['in_stock', 'low_stock', 'sold_out'] as const

export const Option = Type.Object({
  key: Type.Enum(['colour', 'memory', 'size']),
  name: Localised,
  value: Type.String(),
  label: Localised,
  /** Fill of a colour swatch; null for other options. */
  hex: nullable(Type.String()),
})
export type Option = Static<typeof Option>

export const Variant = Type.Object({
  id: Id,
  sku: Type.String(),
  options: Type.Array(Option),
  pricePaisa: Paisa,
  compareAtPaisa: nullable(Paisa),
  availability: Type.Enum([...availabilities]),
  /** Units left when low_stock, else null. */
  unitsLeft: nullable(Type.Integer()),
  pictureId: nullable(PictureId),
  sale: nullable(SaleOffer),
})
export type Variant = Static<typeof Variant>

export const Product = Type.Object({
  slug: Slug,
  name: Localised,
  brand: Brand,
  modelNumber: Type.String(),
  description: Localised,
  highlights: Type.Array(Localised),
  warrantyMonths: Type.Integer(),
  isOfficial: Type.Boolean(),
  weightGrams: Type.Integer(),
  /** From the top-level category down. */
  categoryPath: Type.Array(Type.Object({ slug: Slug, name: Localised })),
  /** Values ready to show, units included. */
  specifications: Type.Array(Type.Object({ key: Type.String(), name: Localised, value: Localised })),
  /** Pictures besides those of the variants. */
  pictureIds: Type.Array(PictureId),
  variants: Type.Array(Variant, { minItems: 1 }),
  related: Type.Array(ProductCard),
  updatedAt: Instant,
})
export type Product = Static<typeof Product>

export const Home = Type.Object({
  categories: Type.Array(CategorySummary),
  offers: Type.Array(ProductCard),
  popular: Type.Array(ProductCard),
  newest: Type.Array(ProductCard),
  brands: Type.Array(Brand),
})
export type Home = Static<typeof Home>

export const Suggestion = Type.Object({
  kind: Type.Enum(['product', 'category', 'brand']),
  slug: Slug,
  name: Localised,
  pictureId: nullable(PictureId),
  /** Lowest price of a product; null for the rest. */
  pricePaisa: nullable(Paisa),
})
export type Suggestion = Static<typeof Suggestion>

const tags = ['catalogue']

export const getHome = defineRoute({
  method: 'GET',
  url: '/api/catalogue/home',
  schema: { summary: 'What the home page shows', tags, response: { 200: Home, ...errorResponses } },
})

export const listCategories = defineRoute({
  method: 'GET',
  url: '/api/catalogue/categories',
  schema: {
    summary: 'All categories, parents before children, in menu order',
    tags,
    response: { 200: Type.Object({ categories: Type.Array(CategorySummary) }), ...errorResponses },
  },
})

export const ShopSale = Type.Object({
  id: Id,
  name: Localised,
  startsAt: Instant,
  endsAt: Instant,
  isRunning: Type.Boolean(),
  limitPerCustomer: nullable(Type.Integer()),
  hasWaitingRoom: Type.Boolean(),
})
export type ShopSale = Static<typeof ShopSale>

export const listSales = defineRoute({
  method: 'GET',
  url: '/api/catalogue/sales',
  schema: {
    summary: 'The sales that run and those that are announced, the first to start first',
    tags,
    response: { 200: Type.Object({ sales: Type.Array(ShopSale) }), ...errorResponses },
  },
})

export const listSaleProducts = defineRoute({
  method: 'GET',
  url: '/api/catalogue/sales/:saleId/products',
  schema: {
    summary: 'The products of a sale, what can be bought first; none of one that is over or not announced',
    tags,
    params: Type.Object({ saleId: Id }),
    response: { 200: Type.Object({ products: Type.Array(ProductCard) }), ...errorResponses },
  },
})

export const listProducts = defineRoute({
  method: 'GET',
  url: '/api/catalogue/products',
  schema: {
    summary: 'Products of a category or of a search, with facets',
    tags,
    querystring: ProductListQuery,
    response: { 200: ProductList, ...errorResponses },
  },
})

export const getProduct = defineRoute({
  method: 'GET',
  url: '/api/catalogue/products/:slug',
  schema: {
    summary: 'One product with its variants and related products',
    tags,
    params: Type.Object({ slug: Slug }),
    response: { 200: Product, ...errorResponses },
  },
})

export const suggest = defineRoute({
  method: 'GET',
  url: '/api/catalogue/suggestions',
  schema: {
    summary: 'Up to eight things the shopper may mean while typing',
    tags,
    querystring: Type.Object({ query: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
    response: { 200: Type.Object({ suggestions: Type.Array(Suggestion, { maxItems: 8 }) }), ...errorResponses },
  },
})

export const listSitemap = defineRoute({
  method: 'GET',
  url: '/api/catalogue/sitemap',
  schema: {
    summary: 'Slugs of everything that has a page, for the sitemap',
    tags,
    querystring: Type.Object(
      {
        after: Type.Optional(Cursor),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 5000 })),
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        products: Type.Array(Type.Object({ slug: Slug, updatedAt: Instant })),
        nextCursor: nullable(Cursor),
      }),
      ...errorResponses,
    },
  },
})
