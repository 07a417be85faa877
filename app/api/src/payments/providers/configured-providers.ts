import type { Db } from '@dhakacart/database/connect.ts'
import type { PaymentSettings } from '../payments.config.ts'
import { createBkash, grantBkashToken } from './bkash.ts'
import { createBkashToken } from './bkash-token.ts'
import { createNagad } from './nagad.ts'
import type { PaymentProvider, PaymentProviders } from './provider.ts'
import { createProviderHttp, type ProviderObserver } from './provider-http.ts'
import { createSslcommerz } from './sslcommerz.ts'

/** The providers whose keys this process was given, in the order in which they are offered. */
export function createPaymentProviders(
  { bkash, sslcommerz, nagad }: PaymentSettings,
  db: Db,
  observe?: ProviderObserver,
): PaymentProviders {
  const providers: PaymentProvider[] = []
  if (bkash !== null) {
    const http = createProviderHttp('bkash', bkash.baseUrl, observe)
    providers.push(
      createBkash(
        bkash,
        http,
        createBkashToken(db, () => grantBkashToken(bkash, http)),
      ),
    )
  }
  if (sslcommerz !== null)
    providers.push(createSslcommerz(sslcommerz, createProviderHttp('sslcommerz', sslcommerz.baseUrl, observe)))
  if (nagad !== null) providers.push(createNagad(nagad, createProviderHttp('nagad', nagad.baseUrl, observe)))
  return new Map(providers.map((provider) => [provider.method, provider]))
}
