import Type, { type Static } from 'typebox'
import { accountResponses, PhoneText } from './accounts.schema.ts'
import { defineCustomerRoute } from './customer-route.ts'
import { text } from './orders.schema.ts'
import { Id, IdempotencyKeyHeader, Localised, nullable, Slug, strict } from './shapes.ts'

/** Most addresses of one account. */
export const maxAddresses = 20

/** Limits as an order has them, so that every kept address can be ordered to. */
export const AddressFields = strict({
  recipientName: text(3, 100),
  recipientPhone: PhoneText,
  upazilaId: Id,
  streetAddress: text(5, 160),
  deliveryNote: nullable(text(0, 300)),
  /** true makes it the one that checkout begins with; the first address is that in any case. */
  isDefault: Type.Boolean(),
})
export type AddressFields = Static<typeof AddressFields>

export const Address = Type.Object({
  id: Id,
  recipientName: Type.String(),
  recipientPhone: Type.String(),
  upazilaId: Id,
  upazila: Localised,
  districtSlug: Slug,
  district: Localised,
  division: Localised,
  streetAddress: Type.String(),
  deliveryNote: nullable(Type.String()),
  isDefault: Type.Boolean(),
})
export type Address = Static<typeof Address>

const Addresses = Type.Object({ addresses: Type.Array(Address, { maxItems: maxAddresses }) })
export type Addresses = Static<typeof Addresses>

const tags = ['addresses']
const params = Type.Object({ id: Id })

export const listAddresses = defineCustomerRoute({
  method: 'GET',
  url: '/api/account/addresses',
  schema: {
    summary: 'The addresses of the account, the default first, then the newest',
    tags,
    response: { 200: Addresses, ...accountResponses },
  },
})

export const addAddress = defineCustomerRoute({
  method: 'POST',
  url: '/api/account/addresses',
  schema: {
    summary: 'Adds an address. The same key adds once',
    tags,
    headers: IdempotencyKeyHeader,
    body: AddressFields,
    response: { 200: Addresses, ...accountResponses },
  },
})

export const setAddress = defineCustomerRoute({
  method: 'PUT',
  url: '/api/account/addresses/:id',
  schema: {
    summary: 'Replaces an address. The default stays the default until another one is',
    tags,
    params,
    body: AddressFields,
    response: { 200: Addresses, ...accountResponses },
  },
})

export const removeAddress = defineCustomerRoute({
  method: 'DELETE',
  url: '/api/account/addresses/:id',
  schema: {
    summary: 'Removes an address; fine when it is not there. The newest left becomes the default',
    tags,
    params,
    response: { 200: Addresses, ...accountResponses },
  },
})
