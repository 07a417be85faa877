import type { ProductList } from '@dhakacart/contract/catalogue.schema.ts'
import { firstPage, type ListChoice } from '../list-choice.ts'
import type { Shop } from '../shop.ts'

/** Every chosen filter with its name and the choice that is left without it. */
export function chosenFilters(
  shop: Shop,
  list: ProductList,
  choice: ListChoice,
): { name: string; without: ListChoice }[] {
  const texts = shop.texts.list
  const base = firstPage(choice)
  const { minTaka, maxTaka, inStock, ...rest } = base
  const brands = (choice.brands ?? []).map((slug) => {
    const brand = list.brands.find(({ value }) => value === slug)
    return { name: brand ? shop.pick(brand.label) : slug, without: withoutValue(base, 'brands', slug) }
  })
  const specifications = (choice.specifications ?? []).map((pair) => ({
    name: specificationName(shop, list, pair),
    without: withoutValue(base, 'specifications', pair),
  }))
  const others = [
    minTaka !== undefined && {
      name: texts.from(shop.money(minTaka * 100)),
      without: { ...rest, ...(maxTaka !== undefined && { maxTaka }), ...(inStock && { inStock }) },
    },
    maxTaka !== undefined && {
      name: texts.upTo(shop.money(maxTaka * 100)),
      without: { ...rest, ...(minTaka !== undefined && { minTaka }), ...(inStock && { inStock }) },
    },
    inStock && {
      name: texts.inStockOnly,
      without: { ...rest, ...(minTaka !== undefined && { minTaka }), ...(maxTaka !== undefined && { maxTaka }) },
    },
  ].filter((filter) => typeof filter === 'object')
  return [...brands, ...specifications, ...others]
}

function specificationName(shop: Shop, list: ProductList, pair: string): string {
  const [key = '', value = ''] = [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]
  const facet = list.facets.find((candidate) => candidate.key === key)
  const label = facet?.values.find((candidate) => candidate.value === value)?.label
  return facet && label ? `${shop.pick(facet.name)}: ${shop.pick(label)}` : value
}

function withoutValue(choice: ListChoice, name: 'brands' | 'specifications', value: string): ListChoice {
  const { [name]: values = [], ...rest } = choice
  const left = values.filter((other) => other !== value)
  return left.length === 0 ? rest : { ...rest, [name]: left }
}
