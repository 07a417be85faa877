import { getAccount } from '@dhakacart/contract/accounts.schema.ts'
import { type Address, listAddresses } from '@dhakacart/contract/addresses.schema.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { type CheckoutValues, noValues } from '../../checkout-values.ts'
import type { PersonalRequest } from '../../page.ts'
import { shops } from '../../shop.ts'
import { valuesOf } from '../account/addresses.load.ts'

/** What the account knows of whoever is at the checkout; null for a guest. */
export type KnownShopper = { name: string; addresses: Address[]; chosenId: number | null; values: CheckoutValues }

/** The account's name, number and chosen address as the form has them. `?address=` chooses another than the default. */
export async function knownShopper({ call, language, query }: PersonalRequest): Promise<KnownShopper | null> {
  try {
    const [{ body: account }, { body }] = await Promise.all([call(getAccount), call(listAddresses)])
    const { addresses } = body
    const chosen = addresses.find(({ id }) => String(id) === query.get('address')) ?? addresses[0]
    const { digits } = shops[language]
    const phone = digits(formatPhone(chosen?.recipientPhone ?? account.phone))
    const ownValues = { ...noValues, name: account.name ?? '' }
    const values = { ...(chosen === undefined ? ownValues : valuesOf(chosen)), phone, email: account.email ?? '' }
    return { name: account.name ?? digits(formatPhone(account.phone)), addresses, chosenId: chosen?.id ?? null, values }
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_SIGNED_IN') return null
    throw error
  }
}
