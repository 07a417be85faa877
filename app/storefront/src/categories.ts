import { type CategorySummary, listCategories } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'

/** How old the menu may be. Staff edits must be visible within two seconds. */
const maxAgeMs = 1_500

export type Categories = () => Promise<readonly CategorySummary[]>

/**
 * The categories of the menu, asked for at most once per 1.5 s however many pages are rendered. While the api is away the
 * last ones are used, and none before the first answer: a page without its menu is better than no page.
 */
export function keepCategories(call: Call, log: Log, now: () => number = () => performance.now()): Categories {
  let kept: readonly CategorySummary[] = []
  let askedAtMs = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null
  const ask = async () => {
    try {
      const { body } = await call(listCategories)
      // The same array while nothing changed lets what was rendered from it be used again.
      if (JSON.stringify(body.categories) !== JSON.stringify(kept)) kept = body.categories
    } catch (error) {
      log.warn({ err: error }, 'the menu could not be refreshed')
    }
    askedAtMs = now()
    asking = null
  }
  return async () => {
    if (now() - askedAtMs > maxAgeMs) {
      asking ??= ask()
      await asking
    }
    return kept
  }
}
