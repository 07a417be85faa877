import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { readId, readText } from './form-values.ts'

/** What a shopper types at checkout, and what is wrong with it: the same judgement in the browser and on the server. */
export const checkoutFields = ['name', 'phone', 'email', 'district', 'upazila', 'street', 'note', 'payment'] as const
export type CheckoutField = (typeof checkoutFields)[number]
export type CheckoutValues = Record<CheckoutField, string>
export type CheckoutErrors = Partial<Record<CheckoutField, string>>

type ErrorTexts = Record<
  | 'nameMissing'
  | 'phoneWrong'
  | 'emailWrong'
  | 'districtMissing'
  | 'upazilaMissing'
  | 'streetMissing'
  | 'noteTooLong'
  | 'paymentMissing',
  string
>

/** Most characters of each field, as the contract has them. */
export const lengthMax: Readonly<Record<CheckoutField, number>> = {
  name: 100,
  phone: 40,
  email: 254,
  district: 120,
  upazila: 16,
  street: 160,
  note: 300,
  payment: 40,
}
const nameLengthMin = 3
const streetLengthMin = 5
const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/** Ways to pay that a shopper can choose now. The online gateways join here when the api offers them. */
export const offeredPayments = ['cash_on_delivery'] as const

/** Nothing typed yet. */
export const noValues: Readonly<CheckoutValues> = {
  name: '',
  phone: '',
  email: '',
  district: '',
  upazila: '',
  street: '',
  note: '',
  payment: offeredPayments[0],
}

/** The fields of a sent form, tidied. */
export function readCheckoutValues(form: URLSearchParams | FormData): CheckoutValues {
  const read = (field: CheckoutField): [CheckoutField, string] => {
    const value = form.get(field)
    return [field, readText(typeof value === 'string' ? value : '', lengthMax[field])]
  }
  return Object.fromEntries(checkoutFields.map(read)) as CheckoutValues
}

/** What the shopper must correct, by field, in the order of the form; empty when all is well. */
export function findCheckoutErrors(values: CheckoutValues, texts: ErrorTexts): CheckoutErrors {
  const { name, phone, email, district, upazila, street, note, payment } = values
  const isOffered = offeredPayments.some((offered) => offered === payment)
  return {
    ...(isOutside(name, nameLengthMin, lengthMax.name) && { name: texts.nameMissing }),
    ...(normalisePhone(phone) === null && { phone: texts.phoneWrong }),
    ...(email !== '' && (email.length > lengthMax.email || !emailPattern.test(email)) && { email: texts.emailWrong }),
    ...(district === '' && { district: texts.districtMissing }),
    ...(readId(upazila) === null && { upazila: texts.upazilaMissing }),
    ...(isOutside(street, streetLengthMin, lengthMax.street) && { street: texts.streetMissing }),
    ...(note.length > lengthMax.note && { note: texts.noteTooLong }),
    ...(!isOffered && { payment: texts.paymentMissing }),
  }
}

/** Counted as the api counts: with runs of spaces as one. */
function isOutside(text: string, min: number, max: number): boolean {
  return text.replace(/\s+/g, ' ').length < min || text.length > max
}
