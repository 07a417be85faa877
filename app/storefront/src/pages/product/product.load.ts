import { getProduct, type Product, type Variant } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import { estimateDelivery } from '@dhakacart/contract/delivery.schema.ts'
import { isAmountTaken } from '@dhakacart/contract/payment-amounts.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { productRoom } from '../../cart-rooms.ts'
import { pictureSources } from '../../components/picture-sources.ts'
import { links } from '../../links.ts'
import { amountsOf, offeredMethods } from '../../offered-methods.ts'
import { type Answer, movedTo, type PublicRequest, publicPage, show } from '../../page.ts'
import { type Shop, shops } from '../../shop.ts'
import { breadcrumbData, productData } from '../../structured-data.ts'
import { categoryCrumbs } from '../category/category-crumbs.ts'
import { warrantyText } from './warranty-text.ts'

type Estimate = AnswerOf<typeof estimateDelivery>

/**
 * One product. `?variant=SKU` chooses a variant, `?district=slug` shows its delivery; unknown ones are ignored. A slug it had
 * before leads to the one it has.
 */
export const productPage = publicPage(loadProduct, {
  readQuery: (query) => productQuery(readChoice(query)),
  shelf: 'products',
})

const skuPattern = /^[A-Z0-9]+(?:[-./+_][A-Z0-9]+)*$/

type Choice = { variant: string | null; district: string | null }

function readChoice(query: URLSearchParams): Choice {
  const variant = query.get('variant')
  const district = query.get('district')
  return {
    variant: variant !== null && variant.length <= 64 && skuPattern.test(variant) ? variant : null,
    district: district !== null && /^[a-z-]{2,40}$/.test(district) ? district : null,
  }
}

function productQuery({ variant, district }: Choice): string {
  const chosen = [variant && `variant=${encodeURIComponent(variant)}`, district && `district=${district}`].filter(
    Boolean,
  )
  return chosen.length === 0 ? '' : `?${chosen.join('&')}`
}

async function loadProduct(request: PublicRequest): Promise<Answer> {
  const { language, params, query, call, divisions, publicOrigin } = request
  const shop = shops[language]
  const slug = params.slug ?? ''
  const { variant: wanted, district } = readChoice(query)
  const [{ body: product }, estimate, allDivisions, offered, room] = await Promise.all([
    call(getProduct, { params: { slug } }),
    district === null ? null : estimateTo(district, slug, call),
    divisions(),
    offeredMethods(call),
    productRoom(call, slug),
  ])
  if (product.slug !== slug) return movedTo(links.product(language, product.slug, wanted ?? undefined))
  const chosen = product.variants.find(({ sku }) => sku === wanted)
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
    { product, variant, crumbs, divisions: allDivisions, estimate, instalments, room },
    {
      ...describe(product, shop),
      ...(variant.pictureId !== null && pictureHead(variant.pictureId)),
      canonicalPath: `/p/${product.slug}`,
      structuredData: [productData(product, shop, publicOrigin), breadcrumbData(crumbs, publicOrigin)],
    },
    { here },
  )
}

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
