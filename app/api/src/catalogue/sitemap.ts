import type { listSitemap as route } from '@dhakacart/contract/catalogue.schema.ts'
import type { AnswerOf, QueryOf } from '@dhakacart/contract/route.ts'
import { badRequest } from '../errors.ts'
import type { Catalogue } from './catalogue.model.ts'

/** Most addresses one page names; a sitemap file may hold 50,000. */
const pageSizeMax = 5_000

/** Slugs of all products by id, so that a product added meanwhile moves no other one to another page. */
export function listSitemap(catalogue: Catalogue, query: QueryOf<typeof route>): AnswerOf<typeof route> {
  const afterId = query.after === undefined ? 0 : readId(query.after)
  const limit = query.limit ?? pageSizeMax
  const rest = catalogue.products.filter(({ row }) => row.id > afterId)
  const page = rest.slice(0, limit).map(({ row }) => row)
  const last = page.at(-1)
  return {
    products: page.map(({ slug, updatedAt }) => ({ slug, updatedAt: updatedAt.toISOString() })),
    nextCursor: last !== undefined && rest.length > limit ? Buffer.from(String(last.id)).toString('base64url') : null,
  }
}

function readId(cursor: string): number {
  const text = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!/^\d{1,15}$/.test(text)) throw badRequest('The cursor cannot be read. Start at the first page.')
  return Number(text)
}
