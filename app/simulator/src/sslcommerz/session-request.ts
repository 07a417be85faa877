import { readTaka } from '../money.ts'

/** Longest values the documentation states; others are cut off at 255 by common sense of ours. */
const lengthMax: Readonly<Record<string, number>> = {
  store_id: 30,
  store_passwd: 30,
  currency: 3,
  tran_id: 30,
  cus_name: 50,
  cus_email: 50,
  cus_add1: 50,
  cus_add2: 50,
  cus_city: 50,
  cus_state: 50,
  cus_postcode: 30,
  cus_country: 50,
  cus_phone: 20,
  shipping_method: 50,
  product_name: 255,
  product_category: 100,
  product_profile: 100,
  multi_card_name: 30,
}

const required = [
  'total_amount',
  'currency',
  'tran_id',
  'success_url',
  'fail_url',
  'cancel_url',
  'cus_name',
  'cus_email',
  'cus_add1',
  'cus_city',
  'cus_postcode',
  'cus_country',
  'cus_phone',
  'shipping_method',
  'num_of_item',
  'product_name',
  'product_category',
  'product_profile',
]

const profiles = [
  'general',
  'physical-goods',
  'non-physical-goods',
  'airline-tickets',
  'travel-vertical',
  'telecom-vertical',
]
/** Needed when something is shipped, that is for every shipping_method but NO. */
const shippingFields = ['ship_name', 'ship_add1', 'ship_city', 'ship_postcode', 'ship_country']

const leastPaisa = 10_00
const mostPaisa = 500_000_00

/** Why a session cannot be opened, as SSLCOMMERZ words it; null when it can. */
export function findSessionFault(form: Readonly<Record<string, string>>): string | null {
  const missing = required.find((name) => !form[name])
  if (missing !== undefined) return `Invalid Information! '${missing}' is missing or empty.`
  const tooLong = Object.entries(lengthMax).find(([name, most]) => (form[name]?.length ?? 0) > most)
  if (tooLong !== undefined) return `Invalid Information! '${tooLong[0]}' must be within ${tooLong[1]} characters.`
  const paisa = readTaka(form.total_amount)
  if (paisa === null || paisa < leastPaisa || paisa > mostPaisa) {
    return "Invalid Information! 'total_amount' must be a decimal from 10.00 to 500000.00 BDT."
  }
  if (form.currency !== 'BDT') return "Invalid Information! 'currency' is not enabled for this store."
  if (!profiles.includes(form.product_profile ?? '')) return "Invalid Information! 'product_profile' is not known."
  if (!/^\d{1,4}$/.test(form.num_of_item ?? '')) return "Invalid Information! 'num_of_item' must be a number."
  if (form.shipping_method !== 'NO') {
    const missingShipping = shippingFields.find((name) => !form[name])
    if (missingShipping !== undefined) return `Invalid Information! '${missingShipping}' is missing or empty.`
  }
  for (const name of ['success_url', 'fail_url', 'cancel_url', 'ipn_url']) {
    const address = form[name]
    if (address && (!/^https?:\/\//.test(address) || !URL.canParse(address) || address.length > 255)) {
      return `Invalid Information! '${name}' must be an address within 255 characters.`
    }
  }
  return null
}
