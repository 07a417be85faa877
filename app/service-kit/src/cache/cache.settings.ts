import { type Config, ConfigError } from '../config.ts'

/** Keys of every process that uses the cache. Without an address there is none, and nothing else changes. */
export const cacheKeys = {
  cacheUrl: {
    kind: 'secret',
    key: 'CACHE_URL',
    protocols: ['redis:', 'rediss:'],
    optional: true,
    give: 'the address of Valkey, like rediss://cache.example:6379; absent: no cache',
  },
  cachePassword: { kind: 'secret', key: 'CACHE_PASSWORD', optional: true, give: 'the password of the cache' },
  cacheTlsCa: { kind: 'secret', key: 'CACHE_TLS_CA', optional: true, give: 'the PEM text of the cache’s authority' },
  cacheTlsCert: { kind: 'secret', key: 'CACHE_TLS_CERT', optional: true, give: 'the PEM text of our certificate' },
  cacheTlsKey: { kind: 'secret', key: 'CACHE_TLS_KEY', optional: true, give: 'the PEM text of its key' },
  cacheTimeoutMs: {
    kind: 'duration',
    key: 'CACHE_TIMEOUT',
    minMs: 1,
    maxMs: 1_000,
    // In one zone Valkey answers within one; what it saves is a page of 3 ms or more.
    default: 10,
    give: 'how long an answer of the cache is waited for, like 10ms',
  },
} as const

export type CacheSettings = {
  url: string
  password: string | undefined
  tls: { ca?: string; cert?: string; key?: string } | null
  /** How long anybody waits for an answer. */
  timeoutMs: number
}

/** null: there is no cache. Throws ConfigError with everything that does not fit together. */
export function readCacheSettings(config: Config<typeof cacheKeys>): CacheSettings | null {
  const { cacheUrl, cachePassword, cacheTlsCa: ca, cacheTlsCert: cert, cacheTlsKey: key, cacheTimeoutMs } = config
  const isTls = cacheUrl?.toLowerCase().startsWith('rediss:') === true
  const hasFiles = ca !== undefined || cert !== undefined || key !== undefined
  const problems = [
    ...(cacheUrl === undefined && (hasFiles || cachePassword !== undefined)
      ? ['CACHE_URL is missing while other keys of the cache are given: give its address, or none of them.']
      : []),
    ...(cacheUrl !== undefined && hasFiles && !isTls
      ? ['CACHE_URL must begin with rediss: where a certificate of the cache is given, else nothing is encrypted.']
      : []),
    ...((cert === undefined) === (key === undefined)
      ? []
      : ['CACHE_TLS_CERT and CACHE_TLS_KEY belong together: give both or neither.']),
    ...(cacheUrl !== undefined && cachePassword !== undefined && new URL(cacheUrl).password !== ''
      ? ['CACHE_PASSWORD is given twice, in CACHE_URL too: keep one.']
      : []),
  ]
  if (problems.length > 0) throw new ConfigError(problems)
  if (cacheUrl === undefined) return null
  const given = {
    ...(ca !== undefined && { ca }),
    ...(cert !== undefined && { cert }),
    ...(key !== undefined && { key }),
  }
  return { url: cacheUrl, password: cachePassword, tls: isTls ? given : null, timeoutMs: cacheTimeoutMs }
}
