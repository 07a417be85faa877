import * as contract from '@dhakacart/contract/catalogue.schema.ts'
import type { FastifyInstance } from 'fastify'
import { registerPublicRead } from '../public-read.ts'
import type { CatalogueService } from './catalogue.service.ts'
import { listCategories, showHome } from './home-page.ts'
import { listProducts } from './product-list.ts'
import { showProduct } from './product-page.ts'
import { listSitemap } from './sitemap.ts'

export function registerCatalogue(app: FastifyInstance, catalogue: CatalogueService): void {
  registerPublicRead(app, contract.getHome, async () => showHome(await catalogue.current()))
  registerPublicRead(app, contract.listCategories, async () => ({
    categories: listCategories(await catalogue.current()),
  }))
  registerPublicRead(app, contract.listProducts, async ({ query }) =>
    listProducts(await catalogue.current(), query, null),
  )
  registerPublicRead(app, contract.getProduct, async ({ params }) =>
    showProduct(await catalogue.current(), params.slug),
  )
  registerPublicRead(app, contract.listSitemap, async ({ query }) => listSitemap(await catalogue.current(), query))
}
