import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { Icon } from '../components/icon.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { firstPage, type ListChoice } from '../list-choice.ts'
import type { Shop } from '../shop.ts'
import { chosenFilters } from './chosen-filters.ts'
import { Filters } from './filters.tsx'

export type ListProps = {
  list: ProductList
  choice: ListChoice
  /** Address of the list without any choice. */
  basePath: string
  /** Address of the list with a choice. */
  pathOf: (choice: ListChoice) => string
  /** Orders that mean something here, the one used by default first. */
  sorts: readonly ProductListSort[]
}
type ProductListSort = NonNullable<ListChoice['sort']>
export type FacetValue = ProductList['brands'][number]

/** Products with everything that narrows, orders and pages them; all of it links and one form. */
export function ProductListSection({ shop, ...props }: ListProps & { shop: Shop }) {
  const { list, choice, pathOf, sorts } = props
  const texts = shop.texts.list
  return (
    <div className="width list">
      <Filters shop={shop} {...props} />
      <section className="results" aria-labelledby="results">
        <h2 className="unseen" id="results">
          {texts.products}
        </h2>
        <div className="results-bar">
          <p className="results-count">{rangeText(shop, list)}</p>
          <button className="button button-quiet filters-open" type="button" popoverTarget="filters">
            <Icon name="filter" />
            {texts.filters}
          </button>
          <label className="sort">
            <span>{texts.sort}</span>
            <select name="sort" form="filter-form" defaultValue={choice.sort ?? sorts[0]} data-submit-on-change="">
              {sorts.map((sort) => (
                <option key={sort} value={sort}>
                  {texts.sortOrders[sort]}
                </option>
              ))}
            </select>
          </label>
          <button className="button button-quiet without-script" type="submit" form="filter-form">
            {texts.sortButton}
          </button>
        </div>
        <Chosen shop={shop} {...props} />
        {list.products.length === 0 ? (
          <div className="empty">
            <h2>{texts.nothingHere}</h2>
            <p>{texts.nothingHereText}</p>
          </div>
        ) : (
          <ul className="grid">
            {list.products.map((card, index) => (
              <ProductCard key={card.slug} shop={shop} card={card} isFirst={index < 2} />
            ))}
          </ul>
        )}
        <Paging shop={shop} list={list} choice={choice} pathOf={pathOf} />
      </section>
    </div>
  )
}

function rangeText(shop: Shop, list: ProductList): string {
  const last = list.firstPosition + list.products.length - 1
  if (list.products.length === 0) return ''
  return shop.texts.list.range(shop.number(list.firstPosition), shop.number(last), shop.number(list.totalCount))
}

function Chosen({ shop, list, choice, basePath, pathOf }: ListProps & { shop: Shop }) {
  const texts = shop.texts.list
  const chosen = chosenFilters(shop, list, choice)
  if (chosen.length === 0) return null
  const cleared = choice.text === undefined ? basePath : pathOf({ text: choice.text })
  return (
    <ul className="pills chosen" aria-label={texts.chosen}>
      {chosen.map(({ name, without }) => (
        <li key={name}>
          <a href={pathOf(without)} aria-label={texts.removeFilter(name)}>
            {name}
            <Icon name="close" />
          </a>
        </li>
      ))}
      <li>
        <a className="clear" href={cleared}>
          {texts.clearFilters}
        </a>
      </li>
    </ul>
  )
}

type PagingProps = Pick<ListProps, 'list' | 'choice' | 'pathOf'> & { shop: Shop }

function Paging({ shop, list, choice, pathOf }: PagingProps) {
  const texts = shop.texts.list
  const first = firstPage(choice)
  if (list.nextCursor === null && list.previousCursor === null) return null
  return (
    <nav className="paging" aria-label={texts.pages}>
      {list.previousCursor !== null && (
        <a className="button button-quiet" rel="prev" href={pathOf({ ...first, before: list.previousCursor })}>
          <Icon name="chevron-left" />
          {texts.previousPage}
        </a>
      )}
      <span>{rangeText(shop, list)}</span>
      {list.nextCursor !== null && (
        <a className="button button-quiet" rel="next" href={pathOf({ ...first, after: list.nextCursor })}>
          {texts.nextPage}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}

/** Values worth showing: those that lead somewhere, and those that are chosen. */
export function usefulValues(values: readonly FacetValue[]): readonly FacetValue[] {
  return values.filter(({ count, isChosen }) => count > 0 || isChosen)
}
