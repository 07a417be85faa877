import type { BookingCourier } from '@dhakacart/contract/console-couriers.schema.ts'
import { type Config, ConfigError } from '@dhakacart/service-kit/config.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { Courier, Couriers } from './courier.ts'
import { createCourierHttp } from './courier-http.ts'
import { createPathao, type PathaoSettings } from './pathao.ts'
import { createSteadfast, type SteadfastSettings } from './steadfast.ts'

const address = (key: string, example: string) =>
  ({ kind: 'url', key, protocols: ['https:', 'http:'], optional: true, give: `its address, like ${example}` }) as const
const secret = (key: string, give: string) => ({ kind: 'secret', key, optional: true, give }) as const

/** Keys of the couriers, read by api and worker. A courier without keys is not offered; one with some of them is a mistake. */
export const courierKeys = {
  pathaoBaseUrl: address('PATHAO_BASE_URL', 'https://api-hermes.pathao.com'),
  pathaoClientId: secret('PATHAO_CLIENT_ID', 'the client id'),
  pathaoClientSecret: secret('PATHAO_CLIENT_SECRET', 'the secret of the client'),
  pathaoUsername: secret('PATHAO_USERNAME', 'the merchant’s e-mail address'),
  pathaoPassword: secret('PATHAO_PASSWORD', 'its password'),
  pathaoStoreId: secret('PATHAO_STORE_ID', 'the number of the store parcels are picked up from'),
  steadfastBaseUrl: address('STEADFAST_BASE_URL', 'https://portal.packzy.com/api/v1'),
  steadfastApiKey: secret('STEADFAST_API_KEY', 'the merchant’s key'),
  steadfastSecretKey: secret('STEADFAST_SECRET_KEY', 'its secret'),
} as const
type CourierConfig = Config<typeof courierKeys> & { publicOrigin: PublicOrigin }

/** The couriers that have keys. Throws ConfigError where some of one's keys are missing, or secrets would go over plain http. */
export function createConfiguredCouriers(config: CourierConfig): Couriers {
  const problems: string[] = []
  const pathao = readSettings<PathaoSettings>(config, 'pathao', problems)
  const steadfast = readSettings<SteadfastSettings>(config, 'steadfast', problems)
  if (problems.length > 0) throw new ConfigError(problems)
  const couriers = new Map<BookingCourier, Courier>()
  if (pathao !== null) couriers.set('pathao', createPathao(pathao, createCourierHttp(pathao.baseUrl)))
  if (steadfast !== null) couriers.set('steadfast', createSteadfast(steadfast, createCourierHttp(steadfast.baseUrl)))
  return couriers
}

function readSettings<T extends { baseUrl: string }>(
  config: CourierConfig,
  courier: BookingCourier,
  problems: string[],
): T | null {
  const names = Object.keys(courierKeys).filter((name) => name.startsWith(courier)) as (keyof typeof courierKeys)[]
  const missing = names.filter((name) => config[name] === undefined)
  if (missing.length === names.length) return null
  for (const name of missing) {
    const { key, give } = courierKeys[name]
    problems.push(`${key} is missing while other keys of its courier are given: give ${give}.`)
  }
  const short = (name: string) => name.charAt(courier.length).toLowerCase() + name.slice(courier.length + 1)
  const settings = Object.fromEntries(names.map((name) => [short(name), config[name] ?? '']))
  const baseUrl = (settings.baseUrl ?? '').replace(/\/+$/, '')
  if (baseUrl.startsWith('http:') && !config.publicOrigin.isLoopback) {
    const { key } = courierKeys[`${courier}BaseUrl` as keyof typeof courierKeys]
    problems.push(
      `${key} must use https: names, numbers and addresses go there. Plain http is for a shop on this machine only.`,
    )
  }
  return { ...settings, baseUrl } as T
}
