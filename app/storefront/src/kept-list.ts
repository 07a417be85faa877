import type { CategorySummary } from '@dhakacart/contract/catalogue.schema.ts'
import { listCategories } from '@dhakacart/contract/catalogue.schema.ts'
import type { Call } from '@dhakacart/contract/client.ts'
import { type Division, listDistricts } from '@dhakacart/contract/delivery.schema.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'

export type KeptList<Item> = () => Promise<readonly Item[]>

/** Staff edits must be visible within two seconds. */
const categoriesMaxAgeMs = 1_500
/** The districts of the country change about once in a decade. */
const divisionsMaxAgeMs = 60_000

/** The categories of the menu, parents before children. */
export function keepCategories(call: Call, log: Log): KeptList<CategorySummary> {
  return keepList(async () => (await call(listCategories)).body.categories, categoriesMaxAgeMs, log)
}

/** The divisions with their districts. */
export function keepDivisions(call: Call, log: Log): KeptList<Division> {
  return keepList(async () => (await call(listDistricts)).body.divisions, divisionsMaxAgeMs, log)
}

/**
 * A list that pages share, asked for at most once per `maxAgeMs` however many pages are rendered. While the api is away
 * the last one is used, and an empty one before the first answer: a page without its menu is better than no page.
 */
function keepList<Item>(
  ask: () => Promise<readonly Item[]>,
  maxAgeMs: number,
  log: Pick<Log, 'warn'>,
  now: () => number = () => performance.now(),
): KeptList<Item> {
  let kept: readonly Item[] = []
  let askedAtMs = Number.NEGATIVE_INFINITY
  let asking: Promise<void> | null = null
  const refresh = async () => {
    try {
      const answered = await ask()
      // The same array while nothing changed lets what was rendered from it be used again.
      if (JSON.stringify(answered) !== JSON.stringify(kept)) kept = answered
    } catch (error) {
      log.warn({ err: error }, 'a list that pages share could not be refreshed')
    }
    askedAtMs = now()
    asking = null
  }
  return async () => {
    if (now() - askedAtMs > maxAgeMs) {
      asking ??= refresh()
      await asking
    }
    return kept
  }
}
