import { randomUUID } from 'node:crypto'
import {
  type Address,
  addAddress,
  listAddresses,
  removeAddress,
  setAddress,
} from '@dhakacart/contract/addresses.schema.ts'
import {
  type CheckoutErrors,
  type CheckoutValues,
  findCheckoutErrors,
  noValues,
  readCheckoutValues,
} from '../../checkout-values.ts'
import { isKey, readId } from '../../form-values.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalRequest, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { upazilaList } from '../../upazila-list.ts'
import { upazilasOf } from '../checkout/upazilas-of.ts'
import { notFound } from '../messages.ts'
import { accountPage, refusalOf } from './account-request.ts'

export const addressesPage = accountPage(async ({ call, language }) => {
  const { body } = await call(listAddresses)
  return show('addresses', body, { title: shops[language].texts.account.addresses }, { here: '/account/addresses' })
})

/** `id`: null for a new address. */
type Draft = { id: number | null; values: CheckoutValues; isDefault: boolean; key: string }

export const newAddressPage = accountPage(async (request) =>
  showForm(request, { id: null, values: { ...noValues }, isDefault: false, key: randomUUID() }),
)

export const editAddressPage = accountPage(async (request) => {
  const address = await findAddress(request)
  if (address === null) return notFound(shops[request.language])
  const { id, isDefault } = address
  return showForm(request, { id, values: valuesOf(address), isDefault, key: randomUUID() })
})

/** Saves a new address, or shows the form again for its next step. The key in the page makes a repeated press add it once. */
export const addAddressPage = accountPage((request) => save(request, null))

export const setAddressPage = accountPage(async (request) => {
  const id = readId(request.params['id'])
  return id === null ? notFound(shops[request.language]) : save(request, id)
})

export const removeAddressPage = accountPage(async ({ call, language, params }) => {
  const id = readId(params['id'])
  if (id === null) return notFound(shops[language])
  await call(removeAddress, { params: { id } })
  return seeOther(links.accountPart(language, 'addresses'))
})

async function save(request: PersonalRequest, id: number | null): Promise<Answer> {
  const { call, form, language } = request
  const isOtherDistrict = form.get('upazilasOf') !== form.get('district')
  const typed = readCheckoutValues(form)
  // Who receives it may have no e-mail address, and pays nothing here.
  const values = { ...typed, email: '', payment: noValues.payment, ...(isOtherDistrict && { upazila: '' }) }
  const draft = { id, values, isDefault: form.get('isDefault') === 'yes', key: readKey(form.get('key')) }
  if (form.get('step') === 'district') return showForm(request, draft)
  const errors = findCheckoutErrors(values, shops[language].texts.checkout)
  if (Object.keys(errors).length > 0) return showForm(request, draft, { errors, status: 422 })
  const body = {
    recipientName: values.name,
    recipientPhone: values.phone,
    upazilaId: Number(values.upazila),
    streetAddress: values.street,
    deliveryNote: values.note || null,
    isDefault: draft.isDefault,
  }
  try {
    if (id === null) await call(addAddress, { body, headers: { 'idempotency-key': draft.key } })
    else await call(setAddress, { params: { id }, body })
    return seeOther(links.accountPart(language, 'addresses'))
  } catch (error) {
    return showForm(request, draft, refusalOf(error, request))
  }
}

function readKey(text: string | null): string {
  return text !== null && isKey(text) ? text : randomUUID()
}

async function findAddress({ call, params }: PersonalRequest): Promise<Address | null> {
  const { body } = await call(listAddresses)
  return body.addresses.find(({ id }) => String(id) === params['id']) ?? null
}

/** A kept address as a form has it. */
export function valuesOf(address: Address): CheckoutValues {
  return {
    ...noValues,
    name: address.recipientName,
    phone: address.recipientPhone,
    district: address.districtSlug,
    upazila: String(address.upazilaId),
    street: address.streetAddress,
    note: address.deliveryNote ?? '',
  }
}

type FormOutcome = { errors?: CheckoutErrors; problem?: string; status?: number }

async function showForm(request: PersonalRequest, draft: Draft, outcome: FormOutcome = {}): Promise<Answer> {
  const { language } = request
  const shop = shops[language]
  const { id, values, isDefault, key } = draft
  const [divisions, upazilas] = await Promise.all([request.divisions(), upazilasOf(request, values.district)])
  const title = id === null ? shop.texts.account.addAddress : shop.texts.account.editAddress
  const { errors = {}, problem, status = 200 } = outcome
  return show(
    'address-form',
    { id, values, isDefault, addressKey: key, divisions, upazilas: upazilaList(upazilas, language), errors, problem },
    { title },
    { status, here: id === null ? '/account/addresses/new' : `/account/addresses/${id}` },
  )
}
