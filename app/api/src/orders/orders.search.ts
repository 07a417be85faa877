import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { readUnitIdentity } from '@dhakacart/contract/unit-identity.ts'
import { readOrderNumber } from './order-number.ts'

/** What a line of search text can mean; null: it cannot be that. */
export type OrderSearch = {
  number: string | null
  phone: string | null
  /** A pattern for `ilike`. */
  name: string | null
  unit: string | null
  sku: string
}

/** Shorter names would not use the index of three-letter groups and would find half the orders. */
const nameLengthMin = 3

/** Reads what staff type into the one search field. */
export function readOrderSearch(text: string): OrderSearch {
  const tidied = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  const phone = normalisePhone(tidied)
  return {
    number: readOrderNumber(tidied),
    phone,
    name:
      phone === null && tidied.length >= nameLengthMin ? `%${tidied.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null,
    unit: readUnitIdentity('imei', tidied) ?? readUnitIdentity('serial', tidied),
    sku: tidied.toUpperCase(),
  }
}
