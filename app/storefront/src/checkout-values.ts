import { type PaymentMethod, paymentMethods } from '@dhakacart/contract/payment-methods.ts'
import { normalisePhone } from '@dhakacart/contract/phone.ts'
import { readId, readText } from './form-values.ts'

/** What a shopper types at checkout, and what is wrong with it: the same judgement in the browser and on the server. */
export const checkoutFields = [
  'name',
  'phone',
  'email',
  'district',
  'upazila',
  'street',
  'note',
  'payment',
  'instalments',
] as const
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
  instalments: 2,
}
const nameLengthMin = 3
const streetLengthMin = 5
const emailPattern = /^[^@\s]+@[^@\s]+\.[^@\s]+$/

/** Which of the ways to pay a form names; null for none. Which of them are offered now is for the api to say. */
export function readPaymentMethod(text: string): PaymentMethod | null {
  return paymentMethods.find((method) => method === text) ?? null
}

/** Nothing typed yet. */
export const noValues: Readonly<CheckoutValues> = {
  name: '',
  phone: '',
  email: '',
  district: '',
  upazila: '',
  street: '',
  note: '',
  payment: 'cash_on_delivery',
  instalments: '',
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
  return {
    ...(isOutside(name, nameLengthMin, lengthMax.name) && { name: texts.nameMissing }),
    ...(normalisePhone(phone) === null && { phone: texts.phoneWrong }),
    ...(email !== '' && (email.length > lengthMax.email || !emailPattern.test(email)) && { email: texts.emailWrong }),
    ...(district === '' && { district: texts.districtMissing }),
    ...(readId(upazila) === null && { upazila: texts.upazilaMissing }),
    ...(isOutside(street, streetLengthMin, lengthMax.street) && { street: texts.streetMissing }),
    ...(note.length > lengthMax.note && { note: texts.noteTooLong }),
    ...(readPaymentMethod(payment) === null && { payment: texts.paymentMissing }),
  }
}

/** Counted as the api counts: with runs of spaces as one. */
function isOutside(text: string, min: number, max: number): boolean {
  return text.replace(/\s+/g, ' ').length < min || text.length > max
}
