import { getHome } from '@dhakacart/contract/catalogue.schema.ts'
import { publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { organizationData } from '../../structured-data.ts'

/** The shop window. */
export const homePage = publicPage(async ({ language, call, sales, publicOrigin }) => {
  const shop = shops[language]
  const { body: home } = await call(getHome)
  return show(
    'home',
    { home, sale: (await sales())[0] ?? null },
    { title: shop.texts.home.title, canonicalPath: '', structuredData: [organizationData(shop, publicOrigin)] },
  )
})
