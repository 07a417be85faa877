import type { Db } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

/** Somebody as the shop knows them: by an account, or by the phone of orders that no account has. */
export type Person = { accountId: number | null; phone: string }

/** What a search text can mean; null: it cannot be that. */
export type CustomerSearch = { number: string | null; phone: string | null; name: string | null; email: string | null }

export type PersonRow = Person & {
  /** The newest order; null: none yet. */
  orderId: number | null
  name: string | null
  email: string | null
  language: 'en' | 'bn'
  lastOrderAt: string | null
  orderCount: number
  deliveredPaisa: number
}

/** Most orders or accounts that one word of a search may mean; more is no search any more. */
const maxCandidates = 500

/** An order of this account, or of this phone without any account. Each half has its index. */
const isOf = (order: string, accountId: RawBuilder<unknown>, phone: RawBuilder<unknown>): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${order}.${name}`)
  return sql`(${column('customer_id')} = ${accountId} or (${column('customer_id')} is null and ${column('customer_phone')} = ${phone}))`
}

const columns = sql`
  n.account_id, n.order_id, n.phone, n.name, n.email, n.language, utc_text(n.placed_at) as last_order_at,
  t.order_count, t.delivered_paisa`

const totals = sql`
  lateral (
    select count(*) as order_count, coalesce(sum(p.total_paisa) filter (where p.state = 'delivered'), 0)::bigint as delivered_paisa
    from orders p where ${isOf('p', sql`n.account_id`, sql`n.phone`)}
  ) t`

/** An order and the account it belongs to, if any; a gift to another number says nothing of who gave it. */
const personOfOrder = sql`
  select c.id as account_id, o.id as order_id, coalesce(c.phone, o.customer_phone) as phone, o.placed_at,
    coalesce(c.name, case when c.id is null or c.phone = o.customer_phone then o.customer_name end) as name,
    coalesce(c.email, case when c.id is null or c.phone = o.customer_phone then o.customer_email end) as email,
    coalesce(c.language, o.language) as language
  from orders o left join customers c
    on c.id = coalesce(o.customer_id, (select k.id from customers k where k.phone = o.customer_phone))`

const personOfAccount = sql`
  select c.id as account_id, null::bigint as order_id, c.phone, null::timestamptz as placed_at, c.name, c.email, c.language
  from customers c`

/** People who ordered, by their newest order, from the one before `beforeOrderId`; personal data whole. */
export async function listWhoOrdered(
  db: Db,
  search: CustomerSearch | null,
  beforeOrderId: number | null,
  limit: number,
): Promise<PersonRow[]> {
  // Whoever had their data erased left orders without a number, which are nobody's any more.
  const conditions = [
    sql`o.customer_phone <> ''`,
    // As values, not as joins: a join with all orders is what the planner would choose for a search that finds few.
    sql`o.id >= coalesce((
      select max(later.id) from orders later
      where later.customer_id is null and later.customer_phone = coalesce(c.phone, o.customer_phone)), 0)`,
    sql`o.id >= coalesce((select max(later.id) from orders later where later.customer_id = c.id), 0)`,
    ...(beforeOrderId === null ? [] : [sql`o.id < ${beforeOrderId}`]),
    ...(search === null ? [] : [sql`o.id in (select id from found_people_orders)`]),
  ]
  const result = await sql<PersonRow>`
    ${found(search)}
    select ${columns}
    from (${personOfOrder} where ${sql.join(conditions, sql` and `)} order by o.id desc limit ${limit}) n, ${totals}
    order by n.order_id desc`.execute(db)
  return result.rows
}

/** Accounts that never ordered, newest first, from the one before `beforeId`; personal data whole. */
export async function listWhoNeverOrdered(
  db: Db,
  search: CustomerSearch | null,
  beforeId: number | null,
  limit: number,
): Promise<PersonRow[]> {
  const conditions = [
    sql`c.erased_at is null`,
    sql`not exists (select from orders p where p.customer_id = c.id)`,
    sql`not exists (select from orders p where p.customer_id is null and p.customer_phone = c.phone)`,
    ...(beforeId === null ? [] : [sql`c.id < ${beforeId}`]),
    ...(search === null ? [] : [sql`c.id in (select id from found_accounts)`]),
  ]
  const result = await sql<PersonRow>`
    ${found(search)}
    select ${columns}
    from (${personOfAccount} where ${sql.join(conditions, sql` and `)} order by c.id desc limit ${limit}) n, ${totals}
    order by n.account_id desc`.execute(db)
  return result.rows
}

/** Whom a search can mean: their accounts, and all orders of theirs. Every way to find somebody has an index of its own. */
function found(search: CustomerSearch | null): RawBuilder<unknown> {
  if (search === null) return sql``
  const { number, phone, name, email } = search
  const newest = sql`order by 1 desc limit ${sql.lit(maxCandidates)}`
  const orders = [
    sql`(select id from orders where number = ${number})`,
    ...(phone === null ? [] : [sql`(select id from orders where customer_phone = ${phone} ${newest})`]),
    ...(email === null ? [] : [sql`(select id from orders where customer_email = ${email} ${newest})`]),
    ...(name === null ? [] : [sql`(select id from orders where customer_name ilike ${name} ${newest})`]),
  ]
  const accounts = [
    sql`(select id from customers where phone = ${phone})`,
    sql`(select id from customers where email = ${email})`,
    ...(name === null ? [] : [sql`(select id from customers where name ilike ${name} ${newest})`]),
  ]
  return sql`
    with found_orders as materialized (
      select customer_id, customer_phone from orders where id in (${sql.join(orders, sql` union `)})
    ), found_accounts as materialized (
      select id, phone from customers where id in (${sql.join(accounts, sql` union `)})
      union select c.id, c.phone from found_orders f join customers c on c.id = f.customer_id
      union select c.id, c.phone from found_orders f join customers c on c.phone = f.customer_phone
        where f.customer_id is null
    ), found_people_orders as materialized (
      select o.id from found_accounts a join orders o on o.customer_id = a.id
      union select o.id from found_accounts a join orders o on o.customer_phone = a.phone where o.customer_id is null
      union select o.id from found_orders f join orders o on o.customer_phone = f.customer_phone
        where f.customer_id is null and o.customer_id is null
    )`
}

/** Whose account this is; null when there is none, or no more. */
export async function findByAccount(db: Db, accountId: number): Promise<PersonRow | null> {
  const result = await sql<PersonRow>`
    with account as (select id, phone from customers where id = ${accountId} and erased_at is null),
      newest as (select max(o.id) as id from account a join orders o on ${isOf('o', sql`a.id`, sql`a.phone`)})
    select ${columns}
    from (
      ${personOfOrder} where o.id = (select id from newest)
      union all
      ${personOfAccount} where c.id = (select id from account) and (select id from newest) is null
    ) n, ${totals}`.execute(db)
  return result.rows[0] ?? null
}

/** The guest of an order, by the newest of their phone; null when it is an account's, or nobody's any more. */
export async function findByOrder(db: Db, orderId: number): Promise<PersonRow | null> {
  const result = await sql<PersonRow>`
    with newest as (
      select max(o.id) as id from orders given join orders o on o.customer_phone = given.customer_phone
      where given.id = ${orderId} and given.customer_id is null and given.customer_phone <> '' and o.customer_id is null)
    select ${columns}
    from (${personOfOrder} where o.id = (select id from newest) and c.id is null) n, ${totals}`.execute(db)
  return result.rows[0] ?? null
}

/** The account that an order belongs to; null: a guest's, or there is no such order. */
export async function findAccountOfOrder(db: Db, orderId: number): Promise<number | null> {
  const result = await sql<{ id: number | null }>`
    select coalesce(o.customer_id, (select c.id from customers c where c.phone = o.customer_phone)) as id
    from orders o where o.id = ${orderId} and o.customer_phone <> ''`.execute(db)
  return result.rows[0]?.id ?? null
}

export type AccountFacts = {
  createdAt: string
  hasPassword: boolean
  sessionCount: number
  lastSeenAt: string | null
}

export async function readAccount(db: Db, accountId: number): Promise<AccountFacts> {
  const result = await sql<AccountFacts>`
    select utc_text(c.created_at) as created_at, c.password_hash is not null as has_password,
      count(s.id) as session_count, utc_text(max(s.last_used_at)) as last_seen_at
    from customers c left join customer_sessions s on s.customer_id = c.id
    where c.id = ${accountId} group by c.id`.execute(db)
  return result.rows[0] as AccountFacts
}
