import * as contract from '@dhakacart/contract/catalogue.schema.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { registerPublicRead } from '../public-read.ts'
import type { SearchService } from '../search/search.service.ts'
import type { CatalogueService } from './catalogue.service.ts'
import { listCategories, showHome } from './home-page.ts'
import { listProducts } from './product-list.ts'
import { showProduct } from './product-page.ts'
import { showSaleProducts, showSales } from './sale-page.ts'
import { listSitemap } from './sitemap.ts'

export function registerCatalogue(app: FastifyInstance, catalogue: CatalogueService, search: SearchService): void {
  /** The catalogue, and on the answer how old it is: whoever keeps a page made of it knows which changes are in it. */
  const currentFor = async (reply: FastifyReply) => {
    const current = await catalogue.current()
    reply.header(contract.catalogueAgeHeader, String(Math.ceil(catalogue.ageMs())))
    return current
  }
  registerPublicRead(app, contract.getHome, async (_request, reply) => showHome(await currentFor(reply)))
  registerPublicRead(app, contract.listCategories, async (_request, reply) => ({
    categories: listCategories(await currentFor(reply)),
  }))
  registerPublicRead(app, contract.listSales, async (_request, reply) => ({
    sales: showSales(await currentFor(reply)),
  }))
  registerPublicRead(app, contract.listSaleProducts, async ({ params }, reply) => ({
    products: showSaleProducts(await currentFor(reply), params.saleId),
  }))
  registerPublicRead(app, contract.listProducts, async ({ query }, reply) => {
    const current = await currentFor(reply)
    return listProducts(current, query, query.query === undefined ? null : search.search(current, query.query))
  })
  registerPublicRead(app, contract.getProduct, async ({ params }, reply) =>
    showProduct(await currentFor(reply), params.slug),
  )
  registerPublicRead(app, contract.listSitemap, async ({ query }, reply) => listSitemap(await currentFor(reply), query))
}
