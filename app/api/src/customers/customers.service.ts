import type { ConsoleCustomer, CustomerOrder, CustomerRow } from '@dhakacart/contract/console-customers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import * as addresses from '../addresses/addresses.service.ts'
import { pageOf, readIdPosition, readPosition } from '../catalogue/console-cursor.ts'
import { badRequest, CustomerNotFound } from '../errors.ts'
import { listOrdersOfCustomer, type OrderOfCustomerRow } from '../imports/imported-history.repository.ts'
import { readStandings } from '../orders/cod.repository.ts'
import { readOrderSearch } from '../orders/orders.search.ts'
import { personalData } from '../staff/masking.ts'
import type { StaffIdentity } from '../staff/staff-identity.ts'
import * as orders from './customer-orders.repository.ts'
import * as customers from './customers.repository.ts'

const defaultLimit = 50

type Page = { after?: string; limit?: number }

/** People by their newest order, then accounts that never ordered, as this member of staff may see them. */
export async function list(
  db: Db,
  staff: StaffIdentity,
  { q, after, limit = defaultLimit }: Page & { q?: string },
): Promise<{ customers: CustomerRow[]; nextCursor: string | null }> {
  const search = q === undefined ? null : readSearch(q)
  const position = after === undefined ? null : readListPosition(after)
  const rows =
    position?.kind === 'account'
      ? []
      : await customers.listWhoOrdered(db, search, position === null ? null : position.id, limit + 1)
  if (rows.length <= limit) {
    const beforeId = position?.kind === 'account' ? position.id : null
    rows.push(...(await customers.listWhoNeverOrdered(db, search, beforeId, limit + 1 - rows.length)))
  }
  const { page, nextCursor } = pageOf(rows, limit, ({ orderId, accountId }) =>
    orderId === null ? ['account', accountId as number] : ['order', orderId],
  )
  return { customers: await withStanding(db, staff, page), nextCursor }
}

function readSearch(text: string): customers.CustomerSearch {
  const { number, phone, name } = readOrderSearch(text)
  const email = text.trim().toLowerCase()
  return { number, phone, name, email: email.includes('@') ? email : null }
}

function readListPosition(cursor: string): { kind: 'order' | 'account'; id: number } {
  const [kind, id] = readPosition(cursor, ['string', 'number'])
  if (kind !== 'order' && kind !== 'account')
    throw badRequest('The cursor belongs to another list. Start at the first page.')
  return { kind, id: id as number }
}

async function withStanding(
  db: Db,
  staff: StaffIdentity,
  people: readonly customers.PersonRow[],
): Promise<CustomerRow[]> {
  const show = personalData(staff)
  const phones = people.map(({ phone }) => phone)
  const standings = await readStandings(db, phones)
  return people.map((person) => {
    const { openOrders, refusedParcels } = standings.get(person.phone) ?? { openOrders: 0, refusedParcels: 0 }
    return {
      ref: person.accountId === null ? `o${person.orderId}` : `a${person.accountId}`,
      hasAccount: person.accountId !== null,
      name: show.name(person.name),
      phone: show.phone(person.phone),
      email: show.email(person.email),
      orderCount: person.orderCount,
      deliveredPaisa: person.deliveredPaisa,
      lastOrderAt: person.lastOrderAt,
      codOpenOrders: openOrders,
      refusedParcels,
    }
  })
}

/** Throws CUSTOMER_NOT_FOUND, also for whoever had their data erased. */
async function find(db: Db, ref: string): Promise<customers.PersonRow> {
  const id = Number(ref.slice(1))
  const accountId = ref.startsWith('a') ? id : await customers.findAccountOfOrder(db, id)
  const person = accountId === null ? await customers.findByOrder(db, id) : await customers.findByAccount(db, accountId)
  if (person === null) throw new CustomerNotFound()
  return person
}

/** One person with account and addresses, as this member of staff may see them. Throws CUSTOMER_NOT_FOUND. */
export async function read(db: Db, staff: StaffIdentity, ref: string): Promise<ConsoleCustomer> {
  const person = await find(db, ref)
  const { accountId, language } = person
  const [row] = await withStanding(db, staff, [person])
  return {
    ...(row as CustomerRow),
    language,
    isMasked: personalData(staff).isMasked,
    importedOrderCount: accountId === null ? 0 : await orders.countImportedOrders(db, accountId),
    account: accountId === null ? null : await readAccount(db, staff, accountId),
  }
}

async function readAccount(db: Db, staff: StaffIdentity, accountId: number): Promise<ConsoleCustomer['account']> {
  const show = personalData(staff)
  const { addresses: kept } = await addresses.listAddresses(db, accountId)
  return {
    ...(await customers.readAccount(db, accountId)),
    addresses: kept.map((address) => ({
      ...address,
      recipientName: show.name(address.recipientName),
      recipientPhone: show.phone(address.recipientPhone),
      streetAddress: show.address(address.streetAddress),
      deliveryNote: show.address(address.deliveryNote),
    })),
  }
}

/** The orders of one person, newest first. Throws CUSTOMER_NOT_FOUND. */
export async function listOrders(
  db: Db,
  ref: string,
  { after, limit = defaultLimit }: Page,
): Promise<{ orders: CustomerOrder[]; nextCursor: string | null }> {
  const rows = await orders.listOrders(db, await find(db, ref), readIdPosition(after), limit + 1)
  const { page, nextCursor } = pageOf(rows, limit, ({ id }) => [id])
  return { orders: page, nextCursor }
}

/** What one person ordered in the old shop, newest first. Throws CUSTOMER_NOT_FOUND. */
export async function listImportedOrders(
  db: Db,
  ref: string,
  { after, limit = defaultLimit }: Page,
): Promise<{ orders: OrderOfCustomerRow[]; nextCursor: string | null }> {
  const { accountId } = await find(db, ref)
  if (accountId === null) return { orders: [], nextCursor: null }
  const position = after === undefined ? null : readPosition(after, ['instant', 'number'])
  const before = position === null ? null : { placedAt: String(position[0]), id: Number(position[1]) }
  const rows = await listOrdersOfCustomer(db, accountId, before, limit + 1)
  const { page, nextCursor } = pageOf(rows, limit, ({ placedAt, id }) => [placedAt, id])
  return { orders: page, nextCursor }
}
