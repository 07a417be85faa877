import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { SendFront } from '../front-answers.ts'
import { chooseEncoding, type Encoding, headersOf, isKnown, type KeptPage, readyBody } from './kept-page.ts'
import type { ReadAddress } from './page-address.ts'
import type { PageCache } from './page-cache.ts'

export type FrontDoorSettings = {
  cache: PageCache
  readAddress: ReadAddress
  securityHeaders: Readonly<Record<string, string>>
  send: SendFront
}

/** Answers a request and says so; false: somebody else must. */
export type FrontDoor = (request: IncomingMessage, response: ServerResponse) => boolean

/**
 * Answers what is kept before the framework sees it: a page costs a look into a map and one write. The headers are those that
 * page-server.ts sends; a test compares them.
 */
export function createFrontDoor(settings: FrontDoorSettings): FrontDoor {
  const { cache, readAddress, send } = settings
  const security = Object.entries(settings.securityHeaders).flat()

  function peekCanonical(url: string, nowMs: number): KeptPage | null {
    const address = readAddress(url)
    return address === null || address.key === url ? null : cache.peek(address.key, nowMs)
  }

  return function answerFromMemory(request, response) {
    const { method, url, headers } = request
    if (url === undefined || (method !== 'GET' && method !== 'HEAD')) return false
    const beganAt = performance.now()
    // Most addresses are canonical as they come; whatever else they carry is read only when they are not.
    const page = cache.peek(url, beganAt) ?? peekCanonical(url, beganAt)
    if (page === null) return false
    const encoding = chooseEncoding(headers['accept-encoding'])
    const body = readyBody(page, encoding)
    if (body === null) return false
    const isUnchanged = isKnown(page, headers['if-none-match'])
    const status = isUnchanged ? 304 : page.status
    const head = headOf(page, encoding, security).slice()
    if (!isUnchanged) head.push('content-length', String(body.length))
    head.push('cache-control', cache.cacheControl(beganAt), 'x-request-id', randomUUID())
    const sent = isUnchanged || method === 'HEAD' ? null : body
    send(request, response, { status, head, body: sent, route: page.address.fullRoute, beganAt })
    return true
  }
}

function headOf(page: KeptPage, encoding: Encoding, security: readonly string[]): readonly string[] {
  const known = page.heads[encoding]
  if (known !== undefined) return known
  const head = [...security, ...Object.entries(headersOf(page, encoding)).flat()]
  page.heads[encoding] = head
  return head
}
