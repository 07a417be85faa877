import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'

/** Everything is ours and lies in files, so nothing needs an exception, a hash or a nonce, and cached pages stay the same bytes. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A year; the shop has no page that must be reached without TLS. */
const strictTransportSecurity = 'max-age=31536000; includeSubDomains'

/** The headers every answer of the public origin carries, pages and files alike. */
export function securityHeaders(publicOrigin: PublicOrigin): Readonly<Record<string, string>> {
  return Object.freeze({
    'content-security-policy': contentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'x-frame-options': 'DENY',
    ...(publicOrigin.isSecure && { 'strict-transport-security': strictTransportSecurity }),
  })
}

/**
 * Pages and lists that depend on their URL alone. A shared cache asks again after two seconds, which is how fast an edit
 * must be visible, and may serve what it has while it asks (a minute) or while we are away (a day).
 */
export const publicCacheControl = publicCacheControlFor(Number.POSITIVE_INFINITY)

/** The same for what is true for `seconds` more: no part of its life goes beyond. */
export function publicCacheControlFor(seconds: number): string {
  const fresh = Math.min(2, seconds)
  const stale = seconds - fresh
  return `public, max-age=0, s-maxage=${fresh}, stale-while-revalidate=${Math.min(60, stale)}, \
stale-if-error=${Math.min(86_400, stale)}`
}
export const privateCacheControl = 'no-store'
