import path from 'node:path'
import type { LogFile } from '../processes/log-file.ts'
import { LOOPBACK } from '../processes/ports.ts'
import type { ProcessKind } from './kept-process.ts'
import type { SimulatorPlace } from './simulator-place.ts'

const root = path.resolve(import.meta.dirname, '..', '..')

/** Where Node keeps compiled code between starts: a process is ready in two thirds of the time and some 15 MB smaller. */
const compileCacheFolder = path.join(root, '.dhakacart', 'compile-cache')

type Place = {
  readonly origin: string
  readonly port: number
  readonly apiPort: number
  /** null: the shop's providers are those of the keys in the person's own environment. */
  readonly simulator: SimulatorPlace | null
  /** Holds the key that seals what staff sign in with. */
  readonly staffSecretsFile: string
  /** Holds the key that signs tickets and passes of waiting rooms. */
  readonly waitingRoomKeyFile: string
  /** Where Valkey answers; null: a cache is that of the person's own environment, or none. */
  readonly cacheUrl: string | null
  /** Known once the database has started. */
  databaseUrl(): string
  logOf(name: string): LogFile
}

/** A person's own keys of a cache do not fit another one. */
const noCache = Object.fromEntries(
  ['CACHE_URL', 'CACHE_PASSWORD', 'CACHE_TLS_CA', 'CACHE_TLS_CERT', 'CACHE_TLS_KEY'].flatMap((key) => [
    [key, undefined],
    [`${key}_FILE`, undefined],
  ]),
)

/** The kinds of process of the shop with the keys each is given, in the order in which a new release replaces them. */
export function makeKinds(place: Place): ProcessKind[] {
  const { origin, port, apiPort, simulator, staffSecretsFile, waitingRoomKeyFile, cacheUrl, databaseUrl, logOf } = place
  const cache = cacheUrl === null ? {} : { ...noCache, CACHE_URL: cacheUrl }
  const everywhere = (healthPort: number) => ({
    PUBLIC_ORIGIN: origin,
    NODE_COMPILE_CACHE: compileCacheFolder,
    // glibc keeps a pool of memory per thread, and Node has ten: sharing one saves 3 to 6 MB of each process.
    MALLOC_ARENA_MAX: '1',
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
        ...simulator?.forShop,
        ...cache,
        DATABASE_URL: databaseUrl(),
        STAFF_SECRETS_KEY: undefined,
        STAFF_SECRETS_KEY_FILE: staffSecretsFile,
        WAITING_ROOM_KEY: undefined,
        WAITING_ROOM_KEY_FILE: waitingRoomKeyFile,
        // Only the storefronts of this machine connect to it.
        TRUSTED_PEERS: 'loopback',
      }),
    },
    {
      name: 'worker',
      entry: 'app/api/src/worker.ts',
      port: null,
      log: logOf('worker'),
      // A message may come a little later when shoppers need the cores.
      niceness: 10,
      environmentOf: (healthPort) => ({
        ...everywhere(healthPort),
        ...simulator?.forShop,
        DATABASE_URL: databaseUrl(),
      }),
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
        ...cache,
        API_ORIGIN: `http://${LOOPBACK}:${apiPort}`,
        PAGE_SNAPSHOT_FOLDER: path.join(path.dirname(staffSecretsFile), 'pages'),
        // On a laptop staff use the shop's own port, below /console.
        SECOND_APP: path.join(root, 'app', 'console', 'dist'),
        DATABASE_URL: undefined,
        // Only this machine connects to it, whose rehearsals say where their visitors are from.
        TRUSTED_PEERS: undefined,
      }),
    },
    ...(simulator === null ? [] : [makeSimulatorKind(place, simulator, everywhere)]),
  ]
}

/** The providers' stand-in: on 127.0.0.1, which for a browser is another site than the shop's localhost. */
function makeSimulatorKind(
  { logOf }: Place,
  { port, smtpPort, recordFile, forSimulator }: SimulatorPlace,
  everywhere: (healthPort: number) => Record<string, string | undefined>,
): ProcessKind {
  return {
    name: 'simulator',
    entry: 'app/simulator/src/server.ts',
    port,
    log: logOf('simulator'),
    isAlone: true,
    environmentOf: (healthPort) => ({
      ...everywhere(healthPort),
      ...forSimulator,
      HOST: LOOPBACK,
      PORT: String(port),
      SMTP_PORT: String(smtpPort),
      SIMULATOR_RECORD_FILE: recordFile,
      DATABASE_URL: undefined,
    }),
  }
}
