import { listSaleProducts } from '@dhakacart/contract/catalogue.schema.ts'
import { publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'

/** Most sales the page shows with their products: the one that runs and those announced next. */
const salesMax = 4

/** The sales that run and those that are announced, with what is in them. */
export const offersPage = publicPage(async ({ language, call, sales }) => {
  const { sale: texts } = shops[language].texts
  const shown = await Promise.all(
    (await sales()).slice(0, salesMax).map(async (sale) => {
      const { products } = (await call(listSaleProducts, { params: { saleId: sale.id } })).body
      return { sale, products }
    }),
  )
  const head = { title: texts.pageTitle, description: texts.pageDescription, canonicalPath: '/offers' }
  return show('offers', { shown }, head)
})
