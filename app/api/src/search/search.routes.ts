import { suggest as route } from '@dhakacart/contract/catalogue.schema.ts'
import type { FastifyInstance } from 'fastify'
import type { CatalogueService } from '../catalogue/catalogue.service.ts'
import { registerPublicRead } from '../public-read.ts'
import type { SearchService } from './search.service.ts'
import { suggest } from './suggestions.ts'

/** Suggestions; the search itself is a condition of the product list. */
export function registerSearch(app: FastifyInstance, catalogue: CatalogueService, search: SearchService): void {
  registerPublicRead(app, route, async ({ query }) => ({
    suggestions: suggest(await catalogue.current(), search, query.query),
  }))
}
