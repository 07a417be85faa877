import { randomUUID } from 'node:crypto'
import type { CategorySummary, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { withHeaders } from '../api-client.ts'
import type { Manifest } from '../assets/manifest.ts'
import type { KeptLists } from '../kept-list.ts'
import type { Answer, PageAnswer, PublicRequest } from '../page.ts'
import type { PageAddress } from '../page-cache/page-address.ts'
import type { RenderPage } from '../page-cache/page-cache.ts'
import { recordCalls } from '../page-cache/page-reads.ts'
import { messageFor } from '../pages/messages.ts'
import { shops } from '../shop.ts'
import { renderDocument } from './document.ts'
import type * as Views from './views.tsx'

export type RenderSettings = {
  call: Call
  lists: KeptLists
  publicOrigin: PublicOrigin
  manifest: Manifest
  renderBody: typeof Views.renderBody
}

/** Makes a public page from its address alone, noting what it was made of. Throws what the page could not help. */
export function createPublicRenderer(settings: RenderSettings): RenderPage {
  return async function renderPublicPage(address, _reason, requestId = randomUUID()) {
    const { lists } = settings
    // The request's id is for finding it in logs; the api's answer does not depend on it.
    const recorded = recordCalls(withHeaders(settings.call, { 'x-request-id': requestId }))
    const used = { divisions: false }
    const divisions = () => {
      used.divisions = true
      return lists.divisions()
    }
    const answered = await load(address, { call: recorded.call, divisions }, requestId, settings)
    const [categories, sales] = await Promise.all([lists.categories(), lists.sales()])
    const shared = lists.stateOf(used)
    const isPage = answered.kind === 'page'
    return {
      status: answered.status,
      html: isPage ? renderPage(answered, address, { categories, sales }, settings) : null,
      location: isPage ? null : answered.to,
      reads: recorded.reads(),
      trueAt: Math.min(recorded.trueAt(), shared.trueAt),
      isIncomplete: recorded.isIncomplete() || shared.isMissing || answered.status >= 500,
    }
  }
}

/** What the api knows nothing of is a page too; anything else that fails is the caller's. */
async function load(
  address: PageAddress,
  recorded: Pick<PublicRequest, 'call' | 'divisions'>,
  requestId: string,
  settings: RenderSettings,
): Promise<Answer> {
  const { language, path, params, query, page } = address
  const { lists, publicOrigin } = settings
  const request: PublicRequest = {
    language,
    path,
    params,
    query: new URLSearchParams(query),
    ...recorded,
    categories: lists.categories,
    sales: lists.sales,
    publicOrigin,
  }
  try {
    return await page.load(request)
  } catch (error) {
    const shown = messageFor(error, shops[language], requestId, path)
    if (shown.status === 404) return shown
    throw error
  }
}

/** The whole document of an answer. */
export function renderPage(
  answered: PageAnswer,
  { language, path }: Pick<PageAddress, 'language' | 'path'>,
  lists: { categories: readonly CategorySummary[]; sales: readonly ShopSale[] },
  settings: Omit<RenderSettings, 'call' | 'lists'>,
): string {
  const frame = { language, path: answered.here ?? path, searchText: answered.searchText ?? '', ...lists }
  return renderDocument(settings.renderBody(answered.view, answered.props, frame), answered.head, language, settings)
}
