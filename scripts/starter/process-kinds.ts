import path from 'node:path'
import type { LogFile } from '../processes/log-file.ts'
import { LOOPBACK } from '../processes/ports.ts'
import type { ProcessKind } from './kept-process.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

type Place = {
  readonly origin: string
  readonly port: number
  readonly apiPort: number
  /** Known once the database has started. */
  databaseUrl(): string
  logOf(name: string): LogFile
}

/** The kinds of process of the shop with the keys each is given, in the order in which a new release replaces them. */
export function makeKinds({ origin, port, apiPort, databaseUrl, logOf }: Place): ProcessKind[] {
  const everywhere = (healthPort: number) => ({
    PUBLIC_ORIGIN: origin,
    HEALTH_HOST: LOOPBACK,
    HEALTH_PORT: String(healthPort),
    // A person's shell may hold a file for the same secret, and giving both is refused.
    DATABASE_URL_FILE: undefined,
  })
  return [
    {
      name: 'api',
      entry: 'app/api/src/server.ts',
      port: apiPort,
      log: logOf('api'),
      environmentOf: (healthPort) => ({
        ...everywhere(healthPort),
        HOST: LOOPBACK,
        PORT: String(apiPort),
        DATABASE_URL: databaseUrl(),
        // Only the storefronts of this machine connect to it.
        TRUSTED_PEERS: 'loopback',
      }),
    },
    {
      name: 'worker',
      entry: 'app/api/src/worker.ts',
      port: null,
      log: logOf('worker'),
      environmentOf: (healthPort) => ({ ...everywhere(healthPort), DATABASE_URL: databaseUrl() }),
    },
    {
      name: 'storefront',
      entry: 'app/storefront/src/server.ts',
      port,
      log: logOf('storefront'),
      environmentOf: (healthPort) => ({
        ...everywhere(healthPort),
        HOST: LOOPBACK,
        PORT: String(port),
        API_ORIGIN: `http://${LOOPBACK}:${apiPort}`,
        // On a laptop staff use the shop's own port, below /console.
        SECOND_APP: path.join(root, 'app', 'console', 'dist'),
        DATABASE_URL: undefined,
        // Visitors connect to it directly, so nobody's word about their address is believed.
        TRUSTED_PEERS: undefined,
      }),
    },
  ]
}
