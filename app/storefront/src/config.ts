import { cacheKeys, readCacheSettings } from '@dhakacart/service-kit/cache/cache.settings.ts'
import { type Config, readConfig } from '@dhakacart/service-kit/config.ts'
import { trustedPeers } from '@dhakacart/service-kit/forwarded.ts'
import { farewellKey } from '@dhakacart/service-kit/lifecycle.ts'
import { listenDescriptorsKey } from '@dhakacart/service-kit/listen.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'

const portMax = 65_535

const spec = {
  ...cacheKeys,
  publicOrigin: {
    key: 'PUBLIC_ORIGIN',
    kind: 'parsed',
    parse: readPublicOrigin,
    give: 'the address shoppers type, like https://shop.example or http://localhost:3000',
  },
  farewellMs: farewellKey,
  host: { key: 'HOST', kind: 'text', default: '127.0.0.1', give: 'the address to listen on, like 0.0.0.0' },
  port: {
    key: 'PORT',
    kind: 'integer',
    min: 0,
    max: portMax,
    default: 3000,
    give: 'the port shoppers reach, like 3000',
  },
  listenDescriptors: listenDescriptorsKey,
  healthHost: {
    key: 'HEALTH_HOST',
    kind: 'text',
    default: '127.0.0.1',
    give: 'the address for health and metrics, like 0.0.0.0',
  },
  healthPort: {
    key: 'HEALTH_PORT',
    kind: 'integer',
    min: 0,
    max: portMax,
    default: 9300,
    give: 'the port for health and metrics, like 9300',
  },
  apiOrigin: {
    key: 'API_ORIGIN',
    kind: 'url',
    protocols: ['http:', 'https:'],
    give: 'the address of the api, like http://127.0.0.1:3001',
  },
  pageCacheMib: {
    key: 'PAGE_CACHE_MIB',
    kind: 'integer',
    min: 8,
    max: 4_096,
    default: 96,
    give: 'the memory that kept pages may take, in MiB, like 96',
  },
  pageSnapshotFolder: {
    key: 'PAGE_SNAPSHOT_FOLDER',
    kind: 'text',
    optional: true,
    give: 'a folder in which kept pages survive a restart, shared by the storefronts of one machine; absent: none',
  },
  secondApp: {
    key: 'SECOND_APP',
    kind: 'text',
    optional: true,
    give: 'a folder with a built one-page app to serve beside the shop, below the path it was built for',
  },
  clientAddress: {
    key: 'TRUSTED_PEERS',
    kind: 'parsed',
    parse: (text: string) => trustedPeers(text.split(',')),
    default: 'loopback',
    give: 'the addresses or networks whose X-Forwarded-For is believed, like loopback,10.0.0.0/8',
  },
  logLevel: {
    key: 'LOG_LEVEL',
    kind: 'choice',
    choices: ['debug', 'info', 'warn', 'error', 'silent'],
    default: 'info',
    give: 'how much to log: debug, info, warn, error or silent',
  },
  release: {
    key: 'RELEASE',
    kind: 'text',
    // It is sent with every answer.
    pattern: /^[\w.+-]{1,100}$/,
    default: 'unreleased',
    give: 'the name of this release, of letters, digits and . _ + -',
  },
} as const

export type StorefrontConfig = Config<typeof spec>

/** The configuration of the storefront process. ConfigError with every problem. */
export function readStorefrontConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): StorefrontConfig {
  const config = readConfig(spec, env)
  readCacheSettings(config)
  return config
}
