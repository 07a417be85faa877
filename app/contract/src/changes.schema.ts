import Type, { type Static } from 'typebox'
import { defineRoute } from './route.ts'
import { errorResponses, Instant, nullable, Slug } from './shapes.ts'

/** More products than this in one answer are told as everything. */
export const maxNamedProducts = 200

export const ChangedProduct = Type.Object({
  /** The slug it has, and those it had before. */
  slugs: Type.Array(Slug),
  /** Its category and those above it. */
  categorySlugs: Type.Array(Slug),
  /** false: nothing but stock or what is left of a sale, so it stands in no list that it did not stand in before. */
  isEdited: Type.Boolean(),
})
export type ChangedProduct = Static<typeof ChangedProduct>

/** An instant at which prices switch by themselves; null: of more products than can be named. */
export const PriceBoundary = Type.Object({ at: Instant, products: nullable(Type.Array(ChangedProduct)) })
export type PriceBoundary = Static<typeof PriceBoundary>

export const PageChanges = Type.Object({
  /** Give it back to hear of what changed from now on. */
  position: Type.String({ description: 'a transaction number of PostgreSQL' }),
  /** The shop's clock, to which the boundaries belong. */
  now: Instant,
  /** Something that any page may show, or too much to name: every page is to be made anew. */
  isEverything: Type.Boolean(),
  /** What made it everything: the same mark again is the same change told again. null: nothing that has one. */
  everythingMark: nullable(Type.String()),
  products: Type.Array(ChangedProduct),
  /** Of the coming day, the next first. */
  boundaries: Type.Array(PriceBoundary),
})
export type PageChanges = Static<typeof PageChanges>

export const getPageChanges = defineRoute({
  method: 'GET',
  url: '/api/changes',
  schema: {
    summary: 'What changed of what public pages show since a position; everything without one',
    tags: ['catalogue'],
    // With a zero in front PostgreSQL would read it as octal.
    querystring: Type.Object(
      { since: Type.Optional(Type.String({ pattern: '^(0|[1-9][0-9]{0,18})$' })) },
      { additionalProperties: false },
    ),
    response: { 200: PageChanges, ...errorResponses },
  },
})
