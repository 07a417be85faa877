import type { PublicOrigin } from '../public-origin.ts'

/** As long as the cookie of a visitor to waiting rooms. */
const maxAgeSeconds = 31 * 24 * 60 * 60

export function nameOfClientCookie({ cookiePrefix }: PublicOrigin): string {
  return `${cookiePrefix}client`
}

/** HttpOnly, `__Host-` and Secure where the shop is on https. */
export function attributesOfClientCookie({ isSecure }: PublicOrigin) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: maxAgeSeconds } as const
}
