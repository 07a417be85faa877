import * as contract from '@dhakacart/contract/catalogue.schema.ts'
import type { FastifyInstance } from 'fastify'
import { registerPublicRead } from '../public-read.ts'
import type { SearchService } from '../search/search.service.ts'
import type { CatalogueService } from './catalogue.service.ts'
import { listCategories, showHome } from './home-page.ts'
import { listProducts } from './product-list.ts'
import { showProduct } from './product-page.ts'
import { listSitemap } from './sitemap.ts'

export function registerCatalogue(app: FastifyInstance, catalogue: CatalogueService, search: SearchService): void {
  registerPublicRead(app, contract.getHome, async () => showHome(await catalogue.current()))
  registerPublicRead(app, contract.listCategories, async () => ({
    categories: listCategories(await catalogue.current()),
  }))
  registerPublicRead(app, contract.listProducts, async ({ query }) => {
    const current = await catalogue.current()
    return listProducts(current, query, query.query === undefined ? null : search.search(current, query.query))
  })
  registerPublicRead(app, contract.getProduct, async ({ params }) =>
    showProduct(await catalogue.current(), params.slug),
  )
  registerPublicRead(app, contract.listSitemap, async ({ query }) => listSitemap(await catalogue.current(), query))
}
