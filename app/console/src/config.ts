import { type Config, readConfig } from '@dhakacart/service-kit/config.ts'
import { trustedPeers } from '@dhakacart/service-kit/forwarded.ts'
import { farewellKey } from '@dhakacart/service-kit/lifecycle.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'

const portMax = 65_535

const spec = {
  consoleOrigin: {
    key: 'CONSOLE_ORIGIN',
    kind: 'parsed',
    parse: readPublicOrigin,
    give: 'the address staff type, like https://console.dhakacart.example',
  },
  farewellMs: farewellKey,
  host: { key: 'HOST', kind: 'text', default: '127.0.0.1', give: 'the address to listen on, like 0.0.0.0' },
  port: { key: 'PORT', kind: 'integer', min: 0, max: portMax, default: 3002, give: 'the port staff reach, like 3002' },
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
    default: 9302,
    give: 'the port for health and metrics, like 9302',
  },
  apiOrigin: {
    key: 'API_ORIGIN',
    kind: 'url',
    protocols: ['http:', 'https:'],
    give: 'the address of the api, like http://127.0.0.1:3001',
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

export type ConsoleConfig = Config<typeof spec>

/** The configuration of the console's own server. ConfigError with every problem. */
export function readConsoleConfig(env: Readonly<Record<string, string | undefined>> = process.env): ConsoleConfig {
  return readConfig(spec, env)
}
