import { type Config, readConfig } from '@dhakacart/service-kit/config.ts'
import { readTlsTexts, type TlsTexts } from '@dhakacart/service-kit/tls-texts.ts'

/** The keys of every process that speaks to the database; each process's own config.ts adds them to its keys. */
export const databaseKeys = {
  databaseUrl: {
    kind: 'secret',
    key: 'DATABASE_URL',
    protocols: ['postgres:', 'postgresql:'],
    give: 'the address of the database, like postgres://name:password@host:5432/dhakacart',
  },
  databaseTlsCa: {
    kind: 'secret',
    key: 'DATABASE_TLS_CA',
    optional: true,
    give: 'the PEM text of the authority that signed the database certificate, best as DATABASE_TLS_CA_FILE',
  },
  databaseTlsCert: {
    kind: 'secret',
    key: 'DATABASE_TLS_CERT',
    optional: true,
    give: 'the PEM text of our certificate for the database, best as DATABASE_TLS_CERT_FILE',
  },
  databaseTlsKey: {
    kind: 'secret',
    key: 'DATABASE_TLS_KEY',
    optional: true,
    give: 'the PEM text of the key of our certificate for the database, best as DATABASE_TLS_KEY_FILE',
  },
} as const

type DatabaseConfig = Config<typeof databaseKeys>

/** Configuration of the migrate and seed commands. Both need the database itself, not a pooler in transaction mode. */
export function readDatabaseConfig(): DatabaseConfig {
  return readConfig(databaseKeys, process.env)
}

/**
 * The TLS texts as connectDatabase takes them; undefined when none is given, so that the address alone decides. Throws
 * ConfigError when they cannot be used.
 */
export function databaseTls(config: DatabaseConfig): TlsTexts | undefined {
  const { databaseTlsCa: ca, databaseTlsCert: cert, databaseTlsKey: key } = config
  return readTlsTexts('DATABASE_TLS', { ca, cert, key })
}
