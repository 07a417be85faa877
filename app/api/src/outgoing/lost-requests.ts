/** Failures that happen before a byte of the request has left: certainly nothing was done. */
const beforeSending: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'OUTGOING_REFUSED',
])

/** Why fetch got no answer, in small letters, and whether the other side may have done what was asked all the same. */
export function explainLostRequest(error: unknown): { reason: string; wasSent: boolean } {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown; errors?: { code?: unknown }[] } }
  // A name with several addresses fails once for each.
  const code = cause?.code ?? cause?.errors?.[0]?.code
  if (typeof code === 'string') return { reason: code.toLowerCase(), wasSent: !beforeSending.has(code) }
  return { reason: name === 'TimeoutError' ? 'timeout' : 'network', wasSent: true }
}
