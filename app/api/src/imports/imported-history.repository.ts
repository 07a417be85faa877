import type { DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'

export type ImportedPerson = { legacyId: string; phone: string; name: string | null; language: string }
export type ImportedOrder = {
  legacyNumber: string
  placedAt: string
  state: string
  totalPaisa: number
  phone: string | null
  name: string | null
  lines: { sku: string | null; name: string; quantity: number; unitPricePaisa: number | null }[]
}

/** Those of the old shop's numbers of customers that are here already. */
export async function findImportedCustomers(db: DbOrTx, legacyIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ legacyId: string }>`
    select legacy_id from imported_customers where legacy_id = any(${[...legacyIds]}::text[])`.execute(db)
  return new Set(rows.map(({ legacyId }) => legacyId))
}

export async function findCustomersByPhone(db: DbOrTx, phones: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ phone: string }>`
    select phone from customers where phone = any(${[...phones]}::text[])`.execute(db)
  return new Set(rows.map(({ phone }) => phone))
}

export async function findImportedOrders(db: DbOrTx, legacyNumbers: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ legacyNumber: string }>`
    select legacy_number from imported_orders where legacy_number = any(${[...legacyNumbers]}::text[])`.execute(db)
  return new Set(rows.map(({ legacyNumber }) => legacyNumber))
}

/** Makes accounts for numbers that have none, in one order for everybody so that two imports cannot deadlock. */
async function ensureAccounts(
  tx: Tx,
  people: readonly { phone: string; name: string | null; language: string }[],
): Promise<void> {
  const sorted = people.toSorted((a, b) => (a.phone < b.phone ? -1 : 1))
  await sql`
    insert into customers as c (phone, name, language)
    select distinct on (p.phone) p.phone, p.name, p.language
    from jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb) as p (phone text, name text, language text)
    order by p.phone
    on conflict (phone) do update set name = excluded.name, updated_at = shop_now()
      where c.name is null and excluded.name is not null`.execute(tx)
}

/** Adds people of the old shop; whoever has an account is found by the phone and keeps the name that stands there. */
export async function addCustomers(tx: Tx, importId: number, people: readonly ImportedPerson[]): Promise<void> {
  await ensureAccounts(tx, people)
  await sql`
    insert into imported_customers (legacy_id, customer_id, import_id)
    select p."legacyId", c.id, ${importId}::bigint
    from jsonb_to_recordset(${JSON.stringify(people)}::jsonb) as p ("legacyId" text, phone text)
    join customers c on c.phone = p.phone
    on conflict (legacy_id) do nothing`.execute(tx)
}

/** Adds orders of the old shop, each to the account of its phone. */
export async function addOrders(tx: Tx, importId: number, orders: readonly ImportedOrder[]): Promise<void> {
  const people = orders.flatMap(({ phone, name }) => (phone === null ? [] : [{ phone, name, language: 'bn' }]))
  if (people.length > 0) await ensureAccounts(tx, people)
  await sql`
    insert into imported_orders (legacy_number, customer_id, state, placed_at, total_paisa, lines, import_id)
    select o."legacyNumber", c.id, o.state, o."placedAt", o."totalPaisa", o.lines, ${importId}::bigint
    from jsonb_to_recordset(${JSON.stringify(orders)}::jsonb)
      as o ("legacyNumber" text, phone text, state text, "placedAt" timestamptz, "totalPaisa" bigint, lines jsonb)
    left join customers c on c.phone = o.phone
    on conflict (legacy_number) do nothing`.execute(tx)
}

export type ImportedOrderRow = {
  id: number
  legacyNumber: string
  state: string
  placedAt: string
  totalPaisa: number
  lines: { sku: string | null; name: string; quantity: number; unitPricePaisa: number | null }[]
  customer: { id: number; name: string | null; phone: string | null } | null
}

/** Orders of the old shop by number or by the phone of their customer, newest first. */
export async function listImportedOrders(
  db: DbOrTx,
  filter: {
    number: string | null
    phone: string | null
    after: { placedAt: string; id: number } | null
    limit: number
  },
): Promise<ImportedOrderRow[]> {
  const { rows } = await sql<ImportedOrderRow>`
    select o.id, o.legacy_number, o.state, utc_text(o.placed_at) as placed_at, o.total_paisa, o.lines,
      case when c.id is null then null else json_build_object('id', c.id, 'name', c.name, 'phone', c.phone) end as customer
    from imported_orders o left join customers c on c.id = o.customer_id
    where (${filter.number}::text is null or o.legacy_number = ${filter.number})
      and (${filter.phone}::text is null or c.phone = ${filter.phone})
      and (${filter.after?.id ?? null}::bigint is null
        or (date_trunc('milliseconds', o.placed_at), o.id) < (${filter.after?.placedAt ?? null}::timestamptz, ${filter.after?.id ?? null}))
    order by date_trunc('milliseconds', o.placed_at) desc, o.id desc limit ${filter.limit}`.execute(db)
  return rows
}

export type OrderOfCustomerRow = Pick<ImportedOrderRow, 'id' | 'legacyNumber' | 'placedAt' | 'totalPaisa' | 'lines'> & {
  state: 'delivered' | 'cancelled' | 'returned'
}

/** What an account ordered in the old shop, newest first, from the one before `before`. */
export async function listOrdersOfCustomer(
  db: DbOrTx,
  customerId: number,
  before: { placedAt: string; id: number } | null,
  limit: number,
): Promise<OrderOfCustomerRow[]> {
  // Milliseconds are what a cursor can say of a moment.
  const result = await sql<OrderOfCustomerRow>`
    select id, legacy_number, state, utc_text(placed_at) as placed_at, total_paisa, lines
    from imported_orders
    where customer_id = ${customerId}
      and (${before?.id ?? null}::bigint is null
        or (date_trunc('milliseconds', placed_at), id) < (${before?.placedAt ?? null}::timestamptz, ${before?.id ?? null}))
    order by date_trunc('milliseconds', placed_at) desc, id desc limit ${limit}`.execute(db)
  return result.rows
}

/** null when there is no such order, or it is another's. */
export async function readOrderOfCustomer(
  db: DbOrTx,
  customerId: number,
  id: number,
): Promise<OrderOfCustomerRow | null> {
  const result = await sql<OrderOfCustomerRow>`
    select id, legacy_number, state, utc_text(placed_at) as placed_at, total_paisa, lines
    from imported_orders where id = ${id} and customer_id = ${customerId}`.execute(db)
  return result.rows[0] ?? null
}

/**
 * Takes a person out of what came from the old shop: its orders stand without them, and the rows of files that named them are
 * emptied. The old shop's number of the person stays with the emptied account, so that the same file does not bring them back.
 */
export async function forgetCustomer(tx: Tx, customerId: number): Promise<void> {
  await sql`
    update import_rows r
    set cells = '[]', problems = '[]', outcome = case when r.applied_outcome is null then 'refused' else r.outcome end
    from imports i
    where i.id = r.import_id and (
      (i.kind = 'customers' and r.group_key in (select legacy_id from imported_customers where customer_id = ${customerId}))
      or (i.kind = 'orders' and r.group_key in (select legacy_number from imported_orders where customer_id = ${customerId}))
    )`.execute(tx)
  await sql`update imported_orders set customer_id = null where customer_id = ${customerId}`.execute(tx)
}
