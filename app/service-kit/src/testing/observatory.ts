/**
 * The score that Mozilla's HTTP Observatory gives an answer over https, by its published tables (mdn/mdn-http-observatory,
 * src/grader/charts.js, read 2026-11-27). Only what we rely on is told apart; anything weaker counts as its worst case, so
 * this never says more than the Observatory would. Redirects, CORS and certificates are judged by the scan of the real site.
 */
export type Scored = { score: number; findings: Record<string, number> }

type Headers = Readonly<Record<string, unknown>>
type Cookie = { name: string; secure?: boolean; httpOnly?: boolean; sameSite?: string }

const sixMonthsSeconds = 15_552_000
const privateReferrers = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin']

export function scoreAnswer(headers: Headers, cookies: readonly Cookie[], html: string): Scored {
  const text = (name: string) => String(headers[name] ?? '').toLowerCase()
  const policy = readPolicy(text('content-security-policy'))
  const findings = {
    contentSecurityPolicy: scorePolicy(policy),
    cookies: scoreCookies(cookies),
    referrerPolicy: privateReferrers.includes(text('referrer-policy')) ? 5 : -5,
    strictTransportSecurity: maxAge(text('strict-transport-security')) >= sixMonthsSeconds ? 0 : -20,
    subresourceIntegrity: hasOwnScriptsOnly(html) ? 0 : -50,
    contentTypeOptions: text('x-content-type-options') === 'nosniff' ? 0 : -5,
    framing:
      policy?.get('frame-ancestors') === "'none'" || /^(deny|sameorigin)$/.test(text('x-frame-options')) ? 5 : -20,
    resourcePolicy: /^same-(origin|site)$/.test(text('cross-origin-resource-policy')) ? 10 : -5,
    openerPolicy: text('cross-origin-opener-policy') === 'same-origin' ? 10 : -5,
    embedderPolicy: /^(require-corp|credentialless)$/.test(text('cross-origin-embedder-policy')) ? 10 : 0,
    sharing: text('access-control-allow-origin') === '' ? 0 : -50,
  }
  const all = Object.values(findings)
  const penalties = all.filter((finding) => finding < 0).reduce((sum, finding) => sum + finding, 0)
  const extra = all.filter((finding) => finding > 0).reduce((sum, finding) => sum + finding, 0)
  // Extra credit counts only from 90 up.
  return { score: Math.max(100 + penalties + (100 + penalties >= 90 ? extra : 0), 0), findings }
}

/** null when a directive comes twice or there is none. */
function readPolicy(text: string): Map<string, string> | null {
  const directives = text
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .filter(([name]) => name)
  const policy = new Map(directives.map(([name = '', ...sources]) => [name, sources.join(' ')]))
  return policy.size === 0 || policy.size < directives.length ? null : policy
}

function scorePolicy(policy: Map<string, string> | null): number {
  if (policy === null) return -25
  const sources = [...policy.values()].join(' ')
  if (/'unsafe-|\*|\b(?:https?|data|blob|ws):/.test(sources)) return -20
  const isShut = policy.get('default-src') === "'none'" && policy.get('base-uri') === "'none'"
  return isShut && /^'(?:none|self)'$/.test(policy.get('form-action') ?? '') ? 10 : 5
}

function scoreCookies(cookies: readonly Cookie[]): number {
  if (cookies.length === 0) return 0
  if (!cookies.every(({ secure }) => secure === true)) return -40
  const isRestricted = cookies.every(({ httpOnly, sameSite }) => httpOnly === true && sameSite !== undefined)
  return isRestricted ? 5 : -30
}

function maxAge(text: string): number {
  return Number(/^max-age=(\d+)/.exec(text)?.[1] ?? 0)
}

/** Every script is a file of our own, named without a host; none stands in the page itself. */
function hasOwnScriptsOnly(html: string): boolean {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  return scripts.every(([, attributes = '', content = '']) => {
    const isData = /type="application\/(?:ld\+)?json"/.test(attributes)
    return isData || (/src="\/(?!\/)/.test(attributes) && content.trim() === '')
  })
}
