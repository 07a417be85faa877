import type { CategorySummary, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs.tsx'
import { links } from '../../links.ts'
import type { ListChoice } from '../../list-choice.ts'
import type { Shop } from '../../shop.ts'
import { ProductListSection } from '../product-list.tsx'

type Props = {
  shop: Shop
  list: ProductList
  choice: ListChoice
  category: CategorySummary
  subcategories: readonly CategorySummary[]
  crumbs: readonly Crumb[]
}

/** A category: where it stands, what is below it, and its products. */
export function CategoryView({ shop, list, choice, category, subcategories, crumbs }: Props) {
  const { language, pick } = shop
  return (
    <>
      <Breadcrumbs shop={shop} crumbs={crumbs} />
      <div className="width page-head">
        <h1>{pick(category.name)}</h1>
        <p>{pick(category.description)}</p>
        {subcategories.length > 0 && (
          <ul className="pills" aria-label={shop.texts.list.subcategories}>
            {subcategories.map((leaf) => (
              <li key={leaf.slug}>
                <a href={links.category(language, leaf.slug)}>
                  {pick(leaf.name)} <small>{shop.number(leaf.productCount)}</small>
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
      <ProductListSection
        shop={shop}
        list={list}
        choice={choice}
        basePath={links.category(language, category.slug)}
        pathOf={(other) => links.category(language, category.slug, other)}
        sorts={['popular', 'newest', 'price-asc', 'price-desc']}
      />
    </>
  )
}
