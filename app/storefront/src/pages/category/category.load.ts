import { listProducts } from '@dhakacart/contract/catalogue.schema.ts'
import { links } from '../../links.ts'
import { type ListChoice, listQuery, readListChoice, toProductListQuery } from '../../list-choice.ts'
import { type Answer, movedTo, type PublicRequest, publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { breadcrumbData } from '../../structured-data.ts'
import { notFound } from '../messages.ts'
import { categoryCrumbs } from './category-crumbs.ts'

/** A category with its filters. Search engines know it without them. */
export const categoryPage = publicPage(loadCategory, { readQuery: (query) => listQuery(readChoice(query)) })

/** Nothing is searched for within a category. */
function readChoice(query: URLSearchParams): ListChoice {
  const { text: _text, ...choice } = readListChoice(query)
  return choice
}

async function loadCategory({
  language,
  params,
  query,
  call,
  categories,
  publicOrigin,
}: PublicRequest): Promise<Answer> {
  const shop = shops[language]
  const slug = params.slug ?? ''
  const choice = readChoice(query)
  const [{ body: list }, all] = await Promise.all([
    call(listProducts, { query: toProductListQuery(choice, slug) }),
    categories(),
  ])
  const { category } = list
  if (category === null) return notFound(shop)
  if (category.slug !== slug) return movedTo(`${links.category(language, category.slug)}${listQuery(choice)}`)
  const parent = all.find((other) => other.slug === category.parentSlug)
  const subcategories = all.filter((other) => other.parentSlug === category.slug)
  const crumbs = categoryCrumbs(shop, parent ? [parent, category] : [category])
  const name = shop.pick(category.name)
  return show(
    'category',
    { list, choice, category, subcategories, crumbs },
    {
      title: `${shop.texts.list.categoryTitle(name)} | DhakaCart`,
      description: shop.texts.list.categoryDescription(name, shop.number(list.totalCount)),
      canonicalPath: links.category(language, category.slug).slice(`/${language}`.length),
      structuredData: [breadcrumbData(crumbs, publicOrigin)],
    },
    { here: `/c/${category.slug}${listQuery(choice)}` },
  )
}
