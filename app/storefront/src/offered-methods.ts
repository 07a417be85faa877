import type { Call } from '@dhakacart/contract/client.ts'
import { type OfferedMethods, paymentMethodsOffered } from '@dhakacart/contract/payments.schema.ts'

/** Ways to pay that are offered now. When nobody can say, cash on delivery is, as always. */
export async function offeredMethods(call: Call): Promise<OfferedMethods> {
  try {
    return (await call(paymentMethodsOffered)).body
  } catch {
    return { methods: ['cash_on_delivery'], amounts: [], instalments: null }
  }
}
