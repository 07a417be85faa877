import { type Addresses, type AddressFields, maxAddresses } from '@dhakacart/contract/addresses.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { lockCustomer } from '../accounts/accounts.repository.ts'
import { tidy } from '../accounts/accounts.service.ts'
import { readPhone } from '../accounts/sign-in.service.ts'
import { findPlaces } from '../delivery/places.repository.ts'
import { AddressesFull, AddressNotFound, badRequest, NotSignedIn, PlaceNotFound } from '../errors.ts'
import type { ServiceContext } from '../service-context.ts'
import * as rows from './addresses.repository.ts'

/** All addresses of a customer, the default first. */
export async function listAddresses(db: DbOrTx, customerId: number): Promise<Addresses> {
  return { addresses: await rows.list(db, customerId, maxAddresses) }
}

/** Adds an address; the same key adds once. Throws PHONE_INVALID, PLACE_NOT_FOUND, ADDRESSES_FULL. */
export async function addAddress(
  { db }: ServiceContext,
  customerId: number,
  key: string,
  fields: AddressFields,
): Promise<Addresses> {
  const address = readFields(fields)
  return change(db, customerId, async (tx) => {
    await refuseUnknownPlace(tx, fields.upazilaId)
    const { count, isRepeat } = await rows.count(tx, customerId, key)
    if (isRepeat) return
    if (count >= maxAddresses) throw new AddressesFull()
    if (fields.isDefault) await rows.clearDefault(tx, customerId)
    await rows.insert(tx, customerId, key, address, fields.isDefault)
  })
}

/** Replaces an address. Safe to repeat. Throws ADDRESS_NOT_FOUND, PHONE_INVALID, PLACE_NOT_FOUND. */
export async function setAddress(
  { db }: ServiceContext,
  customerId: number,
  id: number,
  fields: AddressFields,
): Promise<Addresses> {
  const address = readFields(fields)
  return change(db, customerId, async (tx) => {
    await refuseUnknownPlace(tx, fields.upazilaId)
    if (!(await rows.update(tx, customerId, id, address))) throw new AddressNotFound()
    if (!fields.isDefault) return
    await rows.clearDefault(tx, customerId)
    await rows.setDefault(tx, customerId, id)
  })
}

/** Removes an address; fine when it is not there. */
export async function removeAddress({ db }: ServiceContext, customerId: number, id: number): Promise<Addresses> {
  return change(db, customerId, (tx) => rows.remove(tx, customerId, id))
}

/** The customer's lock puts changes of one account in a row, so that limit and default hold. */
async function change(db: ServiceContext['db'], customerId: number, work: (tx: Tx) => Promise<void>) {
  return inTransaction(db, async (tx) => {
    if ((await lockCustomer(tx, customerId)) === null) throw new NotSignedIn()
    await work(tx)
    await rows.ensureDefault(tx, customerId)
    return listAddresses(tx, customerId)
  })
}

async function refuseUnknownPlace(tx: Tx, upazilaId: number): Promise<void> {
  if (!(await findPlaces(tx, [upazilaId])).has(upazilaId)) throw new PlaceNotFound()
}

function readFields(fields: AddressFields): rows.AddressRow {
  const recipientName = tidy(fields.recipientName)
  const streetAddress = tidy(fields.streetAddress)
  if (recipientName.length < 3) throw badRequest('The name is too short. Give at least 3 characters.')
  if (streetAddress.length < 5) throw badRequest('The address is too short. Give at least 5 characters.')
  return {
    recipientName,
    streetAddress,
    recipientPhone: readPhone(fields.recipientPhone),
    upazilaId: fields.upazilaId,
    deliveryNote: tidy(fields.deliveryNote ?? '') || null,
  }
}
