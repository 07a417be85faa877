import { type Config, ConfigError } from '@dhakacart/service-kit/config.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { BkashSettings } from './providers/bkash.ts'
import type { NagadSettings } from './providers/nagad.ts'
import type { SslcommerzSettings } from './providers/sslcommerz.ts'

const address = (key: string, example: string) =>
  ({ kind: 'url', key, protocols: ['https:', 'http:'], optional: true, give: `its address, like ${example}` }) as const
const secret = (key: string, give: string) => ({ kind: 'secret', key, optional: true, give }) as const

/** Keys of the payment providers, read by api and worker. A provider without keys is not offered; one with some of them is a mistake. */
export const paymentKeys = {
  sslcommerzBaseUrl: address('SSLCOMMERZ_BASE_URL', 'https://securepay.sslcommerz.com'),
  sslcommerzStoreId: secret('SSLCOMMERZ_STORE_ID', 'the store id'),
  sslcommerzStorePassword: secret('SSLCOMMERZ_STORE_PASSWORD', 'the password of the store'),
  bkashBaseUrl: address('BKASH_BASE_URL', 'https://tokenized.pay.bka.sh'),
  bkashUsername: secret('BKASH_USERNAME', 'the name of the merchant’s account'),
  bkashPassword: secret('BKASH_PASSWORD', 'its password'),
  bkashAppKey: secret('BKASH_APP_KEY', 'the app key'),
  bkashAppSecret: secret('BKASH_APP_SECRET', 'the app secret'),
  nagadBaseUrl: address('NAGAD_BASE_URL', 'https://api.mynagad.com'),
  nagadMerchantId: secret('NAGAD_MERCHANT_ID', 'the merchant id'),
  nagadGatewayPublicKey: secret('NAGAD_GATEWAY_PUBLIC_KEY', 'the public key of Nagad, PEM or base64'),
  nagadMerchantPrivateKey: secret('NAGAD_MERCHANT_PRIVATE_KEY', 'our private key, PEM or base64'),
} as const
type PaymentConfig = Config<typeof paymentKeys> & { publicOrigin: PublicOrigin }

export type PaymentSettings = {
  sslcommerz: SslcommerzSettings | null
  bkash: BkashSettings | null
  nagad: NagadSettings | null
}

/** The settings of each provider, null where it has no keys. Throws ConfigError where some of a provider's keys are missing. */
export function readPaymentSettings(config: PaymentConfig): PaymentSettings {
  const problems: string[] = []
  const read = <T extends Record<string, string>>(provider: string): T | null => {
    const names = Object.keys(paymentKeys).filter((name) => name.startsWith(provider)) as (keyof typeof paymentKeys)[]
    const missing = names.filter((name) => config[name] === undefined)
    if (missing.length === names.length) return null
    for (const name of missing) {
      const { key, give } = paymentKeys[name]
      problems.push(`${key} is missing while other keys of its provider are given: give ${give}.`)
    }
    const settings = Object.fromEntries(names.map((name) => [shortName(name, provider), config[name]]))
    settings['baseUrl'] = readBaseUrl(
      settings['baseUrl'],
      paymentKeys[`${provider}BaseUrl` as keyof typeof paymentKeys].key,
      config,
      problems,
    )
    return settings as T
  }
  const settings = {
    sslcommerz: read<SslcommerzSettings>('sslcommerz'),
    bkash: read<BkashSettings>('bkash'),
    nagad: read<NagadSettings>('nagad'),
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return settings
}

/** bkashAppKey → appKey. */
function shortName(name: string, provider: string): string {
  const rest = name.slice(provider.length)
  return rest.charAt(0).toLowerCase() + rest.slice(1)
}

/** Secrets go there, so plain http is for the simulated providers of a shop on this machine alone. */
function readBaseUrl(
  text: string | undefined,
  key: string,
  { publicOrigin }: PaymentConfig,
  problems: string[],
): string {
  if (text?.startsWith('http:') === true && !publicOrigin.isLoopback)
    problems.push(`${key} must use https; plain http is for a shop on this machine only.`)
  return (text ?? '').replace(/\/+$/, '')
}
