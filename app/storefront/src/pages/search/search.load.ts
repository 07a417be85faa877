import { listProducts } from '@dhakacart/contract/catalogue.schema.ts'
import { listQuery, readListChoice, toProductListQuery } from '../../list-choice.ts'
import { type Answer, type PublicRequest, publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'

/** What a shopper typed, found; or what can be done when nothing was typed or found. Never indexed. */
export const searchPage = publicPage(loadSearch, { readQuery: (query) => listQuery(readListChoice(query)) })

async function loadSearch({ language, query, call, categories }: PublicRequest): Promise<Answer> {
  const { list: texts } = shops[language].texts
  const choice = readListChoice(query)
  const all = await categories()
  const tops = all.filter((category) => category.parentSlug === null)
  const title = choice.text === undefined ? texts.searchEmptyTitle : texts.searchTitle(choice.text)
  const list = choice.text === undefined ? null : (await call(listProducts, { query: toProductListQuery(choice) })).body
  return show(
    'search',
    { list, choice, categories: tops },
    { title: `${title} | DhakaCart` },
    { here: `/search${listQuery(choice)}`, searchText: choice.text ?? '' },
  )
}
