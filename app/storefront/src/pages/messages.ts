import { ApiAway, ApiError } from '@dhakacart/contract/client.ts'
import { type PageAnswer, show } from '../page.ts'
import type { Shop } from '../shop.ts'

/** What a shopper is shown instead of a page, by what went wrong. */
export function notFound(shop: Shop): PageAnswer {
  const texts = shop.texts.system
  return show(
    'message',
    { title: texts.notFoundTitle, text: texts.notFoundText },
    { title: texts.notFoundTitle },
    { status: 404 },
  )
}

export function forbidden(shop: Shop): PageAnswer {
  const texts = shop.texts.system
  return show(
    'message',
    { title: texts.forbiddenTitle, text: texts.forbiddenText },
    { title: texts.forbiddenTitle },
    { status: 403 },
  )
}

export function tooLarge(shop: Shop): PageAnswer {
  const { system, errors } = shop.texts
  return show(
    'message',
    { title: system.failedTitle, text: errors.BODY_TOO_LARGE },
    { title: system.failedTitle },
    { status: 413 },
  )
}

function away(shop: Shop, retryPath: string | undefined, retryAfterSeconds: number): PageAnswer {
  const texts = shop.texts.system
  const props = { title: texts.awayTitle, text: texts.awayText, ...(retryPath !== undefined && { retryPath }) }
  return show(
    'message',
    props,
    { title: texts.awayTitle },
    { status: 503, headers: { 'retry-after': String(retryAfterSeconds) } },
  )
}

/** For whoever asks faster than people do. */
export function tooFast(shop: Shop, retryPath: string | undefined, retryAfterSeconds: number): PageAnswer {
  const texts = shop.texts.system
  const props = { title: texts.fastTitle, text: texts.fastText, ...(retryPath !== undefined && { retryPath }) }
  return show(
    'message',
    props,
    { title: texts.fastTitle },
    { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } },
  )
}

function failed(shop: Shop, retryPath: string | undefined, requestId: string): PageAnswer {
  const texts = shop.texts.system
  const props = {
    title: texts.failedTitle,
    text: texts.failedText,
    requestId,
    ...(retryPath !== undefined && { retryPath }),
  }
  return show('message', props, { title: texts.failedTitle }, { status: 500 })
}

const awaySeconds = 3

/** The page for an error that no page handled itself. `retryPath` only where asking again is harmless (GET). */
export function messageFor(error: unknown, shop: Shop, requestId: string, retryPath?: string): PageAnswer {
  if (error instanceof ApiAway) return away(shop, retryPath, awaySeconds)
  if (error instanceof ApiError) {
    if (error.status === 503) return away(shop, retryPath, error.retryAfterSeconds ?? awaySeconds)
    if (error.status === 429) return tooFast(shop, retryPath, error.retryAfterSeconds ?? awaySeconds)
    // A slug or cursor that the api refuses is an address that we never wrote.
    if (error.status === 404 || (error.status === 400 && retryPath !== undefined)) return notFound(shop)
  }
  return failed(shop, retryPath, requestId)
}
