import type { CategorySummary, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import type { Division } from '@dhakacart/contract/delivery.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { IslandName } from './islands/islands.ts'
import type { KeptList } from './kept-list.ts'
import type { ViewName, ViewProps } from './render/views.tsx'

/** All that a page may know whose bytes depend on its URL alone. There is deliberately no header, cookie or address in it. */
export type PublicRequest = {
  language: Language
  /** Path below the language, with its leading slash; empty for the home page. */
  path: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  call: Call
  /** The categories of the menu, parents before children. */
  categories: KeptList<CategorySummary>
  /** The sales that run and those that are announced, the first to start first. */
  sales: KeptList<ShopSale>
  /** The divisions with their districts. */
  divisions: KeptList<Division>
  publicOrigin: PublicOrigin
}

/** What a page knows that belongs to one shopper. Its `call` carries the shopper's cookies there and brings new ones back. */
export type PersonalRequest = PublicRequest & {
  /** Fields of a submitted form; empty for GET. */
  form: URLSearchParams
  requestId: string
}

export type Head = {
  title: string
  description?: string
  /** The one path, with query, under which search engines shall know this page; below the language. Absent: not indexed. */
  canonicalPath?: string
  /** true: whoever has no cart, as search engines, is led to another page, so they need not be asked to leave this one out. */
  needsCart?: boolean
  /** Plain data for search engines (schema.org). */
  structuredData?: readonly object[]
  /** Absolute path of the picture shown when the page is shared. */
  sharePicture?: string
  /** Where the browser goes on to by itself, at once: another site's page, which a form may not lead to. */
  goOnTo?: string
  /** The island whose code is fetched with the page, because most who come will need it; it runs when the island wakes. */
  fetchIsland?: IslandName
  /** The largest picture above the fold, fetched before the page is parsed. */
  preload?: { srcset: string; sizes: string; type: string; media?: string }[]
}

export type PageAnswer<Name extends ViewName = ViewName> = {
  kind: 'page'
  status: number
  view: Name
  props: ViewProps<Name>
  head: Head
  headers?: Record<string, string>
  /** What stands in the header's search box. */
  searchText?: string
  /** Path below the language with the parameters that we know, for the link to the other language; without them by default. */
  here?: string
}

export type RedirectAnswer = { kind: 'redirect'; status: 301 | 303; to: string }
export type Answer = PageAnswer | RedirectAnswer

export type PublicPage = {
  audience: 'public'
  load: (request: PublicRequest) => Promise<Answer>
  /** The parameters it knows, normalised and in one order, with the `?`; empty without any. `load` is given no others. */
  readQuery: (query: URLSearchParams) => string
  /** Where it is kept when its address has no parameter. */
  shelf: 'front' | 'products'
}
export type PersonalPage = { audience: 'personal'; load: (request: PersonalRequest) => Promise<Answer> }
export type Page = PublicPage | PersonalPage

/**
 * A page whose bytes depend on its URL alone: any cache may keep it. A parameter that `readQuery` leaves out does not exist for
 * the page; without `readQuery` there are none.
 */
export function publicPage(
  load: PublicPage['load'],
  { readQuery = () => '', shelf = 'front' }: Partial<Pick<PublicPage, 'readQuery' | 'shelf'>> = {},
): PublicPage {
  return { audience: 'public', load, readQuery, shelf }
}

/** A page, or the end of a form, that belongs to one shopper: never stored. */
export function personalPage(load: PersonalPage['load']): PersonalPage {
  return { audience: 'personal', load }
}

/** Checks the props against the view, which the compiler cannot do on a bare object. */
export function show<Name extends ViewName>(
  view: Name,
  props: ViewProps<Name>,
  head: Head,
  more: Partial<Pick<PageAnswer, 'status' | 'headers' | 'searchText' | 'here'>> = {},
): PageAnswer {
  return { kind: 'page', status: 200, view, props, head, ...more } as PageAnswer
}

/** What has its page elsewhere, for good. */
export function movedTo(to: string): RedirectAnswer {
  return { kind: 'redirect', status: 301, to }
}

/** After a form: the browser fetches `to` with GET, so reloading repeats nothing. */
export function seeOther(to: string): RedirectAnswer {
  return { kind: 'redirect', status: 303, to }
}
