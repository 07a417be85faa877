import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { PaymentSettings } from '../payments.config.ts'
import { createBkash, grantBkashToken } from './bkash.ts'
import { createBkashToken } from './bkash-token.ts'
import { createNagad } from './nagad.ts'
import type { PaymentProvider, PaymentProviders } from './provider.ts'
import { createProviderHttp, type ProviderHttpLimits, type ProviderObserver } from './provider-http.ts'
import { createSslcommerz } from './sslcommerz.ts'

/** The providers whose keys this process was given, in the order in which they are offered. */
export function createPaymentProviders(
  { bkash, sslcommerz, nagad }: PaymentSettings,
  db: Db,
  observe?: ProviderObserver,
  limits?: ProviderHttpLimits,
): PaymentProviders {
  const providers: PaymentProvider[] = []
  const httpTo = (method: OnlineMethod, { baseUrl }: { baseUrl: string }) =>
    createProviderHttp(method, baseUrl, observe, limits)
  if (bkash !== null) {
    const http = httpTo('bkash', bkash)
    providers.push(
      createBkash(
        bkash,
        http,
        createBkashToken(db, () => grantBkashToken(bkash, http)),
      ),
    )
  }
  if (sslcommerz !== null) providers.push(createSslcommerz(sslcommerz, httpTo('sslcommerz', sslcommerz)))
  if (nagad !== null) providers.push(createNagad(nagad, httpTo('nagad', nagad)))
  return new Map(providers.map((provider) => [provider.method, provider]))
}
