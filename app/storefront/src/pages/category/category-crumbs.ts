import type { Localised } from '@dhakacart/contract/shapes.ts'
import type { Crumb } from '../../components/breadcrumbs.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** Home, then each category from the top down. */
export function categoryCrumbs(shop: Shop, path: readonly { slug: string; name: Localised }[]): Crumb[] {
  return [
    { name: shop.texts.layout.home, path: links.home(shop.language) },
    ...path.map(({ slug, name }) => ({ name: shop.pick(name), path: links.category(shop.language, slug) })),
  ]
}
