import { isIP } from 'node:net'
import type { Agent } from 'undici'
import { createOutsideLookup, OutgoingRefused, type Resolve } from './outside-lookup.ts'

export type Outgoing = (url: string | URL | Request, init?: RequestInit) => Promise<Response>

type OutgoingSettings = {
  /** A store or relay of our own may stand in our own network; a provider's name that leads there is somebody's trick. */
  mayBeInside?: boolean
  /** Tests answer names themselves. */
  resolve?: Resolve
}

/**
 * The way out of api and worker to one address of the configuration, and to no other scheme, host or port: together these are the
 * list of what the shop connects to. A name must lead to the internet, unless the configuration names this machine or an address
 * itself. Never follows a redirect. Whatever it refuses fails as fetch fails, certainly unsent (see explainLostRequest).
 */
export function createOutgoing(baseUrl: string, { mayBeInside = false, resolve }: OutgoingSettings = {}): Outgoing {
  const base = new URL(baseUrl)
  const isChosen = mayBeInside || base.hostname === 'localhost' || isIP(base.hostname.replace(/^\[|\]$/g, '')) !== 0
  let opening: Promise<Agent> | undefined
  /** Opened with the first request: the library takes several MB, and most processes ask nobody for hours. */
  const openAgent = () => {
    opening ??= import('undici').then(
      (undici) => new undici.Agent(isChosen ? {} : { connect: { lookup: createOutsideLookup(resolve) } }),
    )
    return opening
  }
  return async (target, init = {}) => {
    const url = new URL(target instanceof Request ? target.url : target)
    if (url.origin !== base.origin || url.username !== '' || url.password !== '') {
      // Only the host is named: paths and queries may carry secrets.
      const cause = new OutgoingRefused(`${url.host} is not ${base.host}, which the configuration names`)
      throw new TypeError('fetch failed', { cause })
    }
    const redirect = init.redirect === 'error' ? 'error' : 'manual'
    return fetch(target, { ...init, redirect, dispatcher: await openAgent() } as RequestInit)
  }
}
