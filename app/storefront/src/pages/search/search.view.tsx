import type { CategorySummary, ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { links } from '../../links.ts'
import type { ListChoice } from '../../list-choice.ts'
import type { Shop } from '../../shop.ts'
import { ProductListSection } from '../product-list.tsx'

type Props = { shop: Shop; list: ProductList | null; choice: ListChoice; categories: readonly CategorySummary[] }

/** Search results, or a way on where there are none. */
export function SearchView({ shop, list, choice, categories }: Props) {
  const { language } = shop
  const texts = shop.texts.list
  const text = choice.text ?? ''
  const isFound = list !== null && (list.totalCount > 0 || Object.keys(choice).length > 1)
  if (isFound) {
    return (
      <>
        <div className="width page-head">
          <h1>{texts.searchHeading(text)}</h1>
        </div>
        <ProductListSection
          shop={shop}
          list={list}
          choice={choice}
          basePath={links.search(language)}
          pathOf={(other) => links.search(language, other)}
          sorts={['relevance', 'popular', 'newest', 'price-asc', 'price-desc']}
        />
      </>
    )
  }
  return (
    <section className="width message">
      <h1>{list === null ? texts.searchEmptyTitle : texts.nothingFound(text)}</h1>
      <p>{list === null ? texts.searchEmptyText : texts.nothingFoundText}</p>
      <h2>{texts.pickCategory}</h2>
      <ul className="pills">
        {categories.map((category) => (
          <li key={category.slug}>
            <a href={links.category(language, category.slug)}>{shop.pick(category.name)}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
