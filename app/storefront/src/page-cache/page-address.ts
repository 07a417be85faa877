import { isLanguage, type Language } from '@dhakacart/contract/language.ts'
import type { PublicPage } from '../page.ts'
import type { PageRoute } from '../routes.ts'

/** One public page: everything its bytes depend on. */
export type PageAddress = {
  /** The canonical URL, under which the page is kept. */
  key: string
  language: Language
  /** Path below the language. */
  path: string
  params: Readonly<Record<string, string>>
  /** The parameters the page knows, in their one order, with the `?`; empty when there are none. */
  query: string
  page: PublicPage
  /** As the route is written, with its language, for figures. */
  fullRoute: string
}

/** null: no public page has such an address. */
export type ReadAddress = (url: string) => PageAddress | null

type Pattern = { route: string; name: string; page: PublicPage }

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const slugLengthMax = 120

/**
 * Reads an address as the page it names: parameters that the page knows, normalised and in one order; all others (`fbclid`,
 * `utm_source`, anything) dropped. Two addresses with the same key are the same bytes.
 */
export function createAddressReader(routes: readonly PageRoute[]): ReadAddress {
  const fixed = new Map<string, PublicPage>()
  const patterns = new Map<string, Pattern>()
  for (const { method, path: route, page } of routes) {
    if (method !== 'GET' || page.audience !== 'public') continue
    const [before = '', name, ...rest] = route.split(':')
    if (name === undefined) fixed.set(route, page)
    else if (rest.length > 0 || name.includes('/')) throw new Error(`${route}: only the last part may be a parameter`)
    else patterns.set(before, { route, name, page })
  }
  return function readAddress(url) {
    const language = url.slice(1, 3)
    if (!isLanguage(language) || url[0] !== '/') return null
    const queryAt = url.indexOf('?')
    const path = queryAt === -1 ? url.slice(3) : url.slice(3, queryAt)
    const query = queryAt === -1 ? '' : url.slice(queryAt + 1)
    const page = fixed.get(path)
    if (page !== undefined) return addressOf(page, path, { language, path, params: {}, query })
    const slugAt = path.lastIndexOf('/') + 1
    const pattern = patterns.get(path.slice(0, slugAt))
    const slug = path.slice(slugAt)
    if (pattern === undefined || slug.length > slugLengthMax || !slugPattern.test(slug)) return null
    return addressOf(pattern.page, pattern.route, { language, path, params: { [pattern.name]: slug }, query })
  }
}

function addressOf(
  page: PublicPage,
  route: string,
  parts: Pick<PageAddress, 'language' | 'path' | 'params' | 'query'>,
) {
  const query = parts.query === '' ? '' : page.readQuery(new URLSearchParams(parts.query))
  const { language, path } = parts
  return { ...parts, query, key: `/${language}${path}${query}`, page, fullRoute: `/${language}${route}` }
}
