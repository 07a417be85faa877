import type { Address } from '@dhakacart/contract/addresses.schema.ts'
import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

/** As it is kept: the number in one form, spaces tidied, an empty note absent. */
export type AddressRow = {
  recipientName: string
  recipientPhone: string
  upazilaId: number
  streetAddress: string
  deliveryNote: string | null
}

/** Addresses of a customer, the default first, then the newest. */
export async function list(db: DbOrTx, customerId: number, limit: number): Promise<Address[]> {
  const result = await sql<Address>`
    select a.id, a.recipient_name, a.recipient_phone, a.upazila_id, a.street_address, a.delivery_note, a.is_default,
      json_build_object('en', u.name_en, 'bn', u.name_bn) as upazila, d.slug as district_slug,
      json_build_object('en', d.name_en, 'bn', d.name_bn) as district,
      json_build_object('en', v.name_en, 'bn', v.name_bn) as division
    from customer_addresses a
      join upazilas u on u.id = a.upazila_id
      join districts d on d.id = u.district_id
      join divisions v on v.id = d.division_id
    where a.customer_id = ${customerId}
    order by a.is_default desc, a.id desc limit ${limit}`.execute(db)
  return result.rows
}

/** How many there are, and whether one of them was added under this key. */
export async function count(tx: Tx, customerId: number, key: string): Promise<{ count: number; isRepeat: boolean }> {
  const result = await sql<{ count: number; isRepeat: boolean }>`
    select count(*) as count, coalesce(bool_or(idempotency_key = ${key}), false) as is_repeat
    from customer_addresses where customer_id = ${customerId}`.execute(tx)
  return result.rows[0] as { count: number; isRepeat: boolean }
}

export async function insert(
  tx: Tx,
  customerId: number,
  key: string,
  address: AddressRow,
  isDefault: boolean,
): Promise<void> {
  const row = { ...address, customerId, idempotencyKey: key, isDefault }
  await tx.insertInto('customerAddresses').values(row).execute()
}

/** Replaces an address of this customer; false when there is none. */
export async function update(tx: Tx, customerId: number, id: number, address: AddressRow): Promise<boolean> {
  const result = await tx
    .updateTable('customerAddresses')
    .set(address)
    .where('customerId', '=', customerId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function remove(tx: Tx, customerId: number, id: number): Promise<void> {
  await tx.deleteFrom('customerAddresses').where('customerId', '=', customerId).where('id', '=', id).execute()
}

/** No address is the default any more. */
export async function clearDefault(tx: Tx, customerId: number): Promise<void> {
  await sql`
    update customer_addresses set is_default = false where customer_id = ${customerId} and is_default`.execute(tx)
}

export async function setDefault(tx: Tx, customerId: number, id: number): Promise<void> {
  await sql`
    update customer_addresses set is_default = true where customer_id = ${customerId} and id = ${id}`.execute(tx)
}

/** Makes the newest the default when there is none. */
export async function ensureDefault(tx: Tx, customerId: number): Promise<void> {
  await sql`
    update customer_addresses set is_default = true
    where id = (select max(id) from customer_addresses where customer_id = ${customerId})
      and not exists (select from customer_addresses where customer_id = ${customerId} and is_default)`.execute(tx)
}
