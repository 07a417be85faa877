import { getProduct, type Product, type Variant } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import { estimateDelivery } from '@dhakacart/contract/delivery.schema.ts'
import { isAmountTaken } from '@dhakacart/contract/payment-amounts.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { pictureSources } from '../../components/picture-sources.ts'
import { links } from '../../links.ts'
import { amountsOf, offeredMethods } from '../../offered-methods.ts'
import { movedTo, publicPage, show } from '../../page.ts'
import { type Shop, shops } from '../../shop.ts'
import { breadcrumbData, productData } from '../../structured-data.ts'
import { categoryCrumbs } from '../category/category-crumbs.ts'
import { warrantyText } from './warranty-text.ts'

type Estimate = AnswerOf<typeof estimateDelivery>

/**
 * One product. `?variant=SKU` chooses a variant, `?district=slug` shows its delivery; unknown ones are ignored. A slug it had
 * before leads to the one it has.
 */
export const productPage = publicPage(async ({ language, params, query, call, divisions, publicOrigin }) => {
  const shop = shops[language]
  const slug = params.slug ?? ''
  const asked = query.get('district')
  const district = asked !== null && /^[a-z-]{2,40}$/.test(asked) ? asked : null
  const [{ body: product }, estimate, allDivisions, offered] = await Promise.all([
    call(getProduct, { params: { slug } }),
    district === null ? null : estimateTo(district, slug, call),
    divisions(),
    offeredMethods(call),
  ])
  if (product.slug !== slug) return movedTo(links.product(language, product.slug, query.get('variant') ?? undefined))
  const chosen = product.variants.find(({ sku }) => sku === query.get('variant'))
  const variant = chosen ?? firstToBuy(product)
  const takesCards = isAmountTaken(amountsOf(offered, 'sslcommerz'), variant.pricePaisa)
  const instalments = takesCards ? offered.instalments : null
  const crumbs = [
    ...categoryCrumbs(shop, product.categoryPath),
    { name: shop.pick(product.name), path: links.product(language, slug) },
  ]
  const here = `/p/${slug}${chosen ? `?variant=${encodeURIComponent(chosen.sku)}` : ''}`
  return show(
    'product',
    { product, variant, crumbs, divisions: allDivisions, estimate, instalments },
    {
      ...describe(product, shop),
      ...(variant.pictureId !== null && pictureHead(variant.pictureId)),
      canonicalPath: `/p/${product.slug}`,
      structuredData: [productData(product, shop, publicOrigin), breadcrumbData(crumbs, publicOrigin)],
    },
    { here },
  )
})

/** The cheapest variant that can be bought, or the cheapest of all. */
function firstToBuy({ variants }: Product): Variant {
  const byPrice = variants.toSorted((one, other) => one.pricePaisa - other.pricePaisa)
  const found = byPrice.find(({ availability }) => availability !== 'sold_out') ?? byPrice[0]
  if (!found) throw new Error('a product without variants')
  return found
}

function describe(product: Product, shop: Shop) {
  const texts = shop.texts.product
  const name = shop.pick(product.name)
  const price = shop.money(Math.min(...product.variants.map(({ pricePaisa }) => pricePaisa)))
  const warranty = warrantyText(shop, product.warrantyMonths)
  return { title: `${texts.title(name)} | DhakaCart`, description: texts.metaDescription(name, price, warranty) }
}

function pictureHead(pictureId: string) {
  return {
    preload: [{ ...pictureSources(pictureId, 'main', 'avif'), type: 'image/avif' }],
    sharePicture: pictureUrl(pictureId, 960, 'webp'),
  }
}

/** A page that cannot say how long delivery takes still sells: null when it is not known now. */
async function estimateTo(district: string, product: string, call: Call): Promise<Estimate | null> {
  try {
    return (await call(estimateDelivery, { query: { district, product } })).body
  } catch {
    return null
  }
}
