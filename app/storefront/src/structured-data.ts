import type { Product } from '@dhakacart/contract/catalogue.schema.ts'
import { company } from '@dhakacart/contract/company.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { Crumb } from './components/breadcrumbs.tsx'
import { links } from './links.ts'
import type { Shop } from './shop.ts'

const context = 'https://schema.org'

/** The way to a page, for search engines. */
export function breadcrumbData(crumbs: readonly Crumb[], { canonical }: PublicOrigin): object {
  const itemListElement = crumbs.map(({ name, path }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: canonical(path),
  }))
  return { '@context': context, '@type': 'BreadcrumbList', itemListElement }
}

/** A product with one offer per variant, for search engines. Prices are taka with two decimals, as schema.org wants them. */
export function productData(product: Product, shop: Shop, { canonical }: PublicOrigin): object {
  const pictures = [...new Set(product.variants.map(({ pictureId }) => pictureId).filter((id) => id !== null))]
  return {
    '@context': context,
    '@type': 'Product',
    name: shop.pick(product.name),
    description: shop.pick(product.description),
    brand: { '@type': 'Brand', name: product.brand.name },
    mpn: product.modelNumber,
    sku: product.variants[0]?.sku,
    category: product.categoryPath.map(({ name }) => shop.pick(name)).join(' > '),
    ...(pictures.length > 0 && { image: pictures.map((id) => canonical(pictureUrl(id, 960, 'webp'))) }),
    offers: product.variants.map((variant) => ({
      '@type': 'Offer',
      sku: variant.sku,
      url: canonical(links.product(shop.language, product.slug, variant.sku)),
      price: (variant.pricePaisa / 100).toFixed(2),
      priceCurrency: 'BDT',
      ...(variant.sale?.state === 'running' && { priceValidUntil: variant.sale.endsAt }),
      availability: `${context}/${variant.availability === 'sold_out' ? 'OutOfStock' : 'InStock'}`,
      itemCondition: `${context}/NewCondition`,
      seller: { '@type': 'Organization', name: company.name.en },
    })),
  }
}

/** The shop itself, for search engines; on the home page. */
export function organizationData(shop: Shop, { canonical, origin }: PublicOrigin): object {
  return {
    '@context': context,
    '@type': 'ElectronicsStore',
    name: company.name.en,
    url: canonical(links.home(shop.language)),
    telephone: company.phone,
    email: company.email,
    address: { '@type': 'PostalAddress', streetAddress: shop.pick(company.address), addressCountry: 'BD' },
    '@id': `${origin}/#shop`,
  }
}
