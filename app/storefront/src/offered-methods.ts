import type { Call } from '@dhakacart/contract/client.ts'
import type { TakenAmounts } from '@dhakacart/contract/payment-amounts.ts'
import type { PaymentMethod } from '@dhakacart/contract/payment-methods.ts'
import { type OfferedMethods, paymentMethodsOffered } from '@dhakacart/contract/payments.schema.ts'

/** Ways to pay that are offered now. When nobody can say, cash on delivery is, as always. */
export async function offeredMethods(call: Call): Promise<OfferedMethods> {
  try {
    return (await call(paymentMethodsOffered)).body
  } catch {
    return { methods: ['cash_on_delivery'], amounts: [], instalments: null }
  }
}

/** What a way to pay takes in one payment; null: any amount. */
export function amountsOf({ amounts }: OfferedMethods, method: PaymentMethod): TakenAmounts | null {
  return amounts.find((each) => each.method === method) ?? null
}
