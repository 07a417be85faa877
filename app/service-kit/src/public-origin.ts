export interface PublicOrigin {
  /** Scheme, host and port as browsers write them, without a slash at the end. */
  origin: string
  /** Served over https, so cookies are Secure. */
  isSecure: boolean
  isLoopback: boolean
  /** `__Host-` needs Secure, which plain http cannot give. */
  cookiePrefix: '__Host-' | ''
  /** Whether a request's Origin header names this shop; an absent header must be judged by the caller. */
  allowsOrigin(originHeader: string): boolean
  /** The absolute address of a path of ours. RangeError for anything that would lead to another host. */
  canonical(path: string): string
}

function isLoopbackHost(hostname: string): boolean {
  // The URL parser has already written every form of an IPv4 address (127.1, 0x7f.0.0.1) as four decimal numbers.
  const isIpv4Loopback = /^127\.\d+\.\d+\.\d+$/.test(hostname)
  return isIpv4Loopback || hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '[::1]'
}

function parseOrigin(text: string): URL {
  // The URL parser drops tabs and line breaks inside a host and forgives much else, so the form is checked first.
  const isOriginForm = /^https?:\/\/[^\s/?#@\\]+\/?$/i.test(text)
  const url = isOriginForm && URL.canParse(text) ? new URL(text) : null
  if (!url) {
    throw new RangeError(
      'must be scheme, host and perhaps port alone (no path, query or user), like https://shop.example',
    )
  }
  if (url.hostname.endsWith('.')) throw new RangeError('must not end its host name with a dot')
  return url
}

/**
 * Reads the one key that decides canonical links, cookies, CSRF origin and return addresses. Plain http is accepted for
 * loopback only. RangeError with a message that completes "PUBLIC_ORIGIN …".
 */
export function readPublicOrigin(text: string): PublicOrigin {
  const url = parseOrigin(text.trim())
  const isSecure = url.protocol === 'https:'
  const isLoopback = isLoopbackHost(url.hostname)
  if (!isSecure && !isLoopback) throw new RangeError('must use https; plain http is for localhost only')

  const allowed = new Set([url.origin])
  if (isLoopback) {
    // A developer types either name; both reach the same process.
    const port = url.port === '' ? '' : `:${url.port}`
    for (const host of ['localhost', '127.0.0.1']) allowed.add(`${url.protocol}//${host}${port}`)
  }
  return Object.freeze({
    origin: url.origin,
    isSecure,
    isLoopback,
    cookiePrefix: isSecure ? ('__Host-' as const) : ('' as const),
    allowsOrigin: (originHeader: string) => allowed.has(originHeader),
    canonical(path: string) {
      const target = path.startsWith('/') && URL.canParse(path, url.origin) ? new URL(path, url.origin) : null
      if (target?.origin !== url.origin) throw new RangeError(`${JSON.stringify(path)} is not a path of this shop`)
      return target.href
    },
  })
}
