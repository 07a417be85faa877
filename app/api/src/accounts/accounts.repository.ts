import type { Account } from '@dhakacart/contract/accounts.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type LockedCustomer = {
  id: number
  phone: string
  email: string | null
  passwordHash: string | null
  cartToken: string | null
}

/** Guest orders of one number that still count as this person's: operators give unused numbers to others. */
const claimableDays = 365

/** For the `where` of orders: those that a confirmed number may claim. */
export const isClaimable = (phone: RawBuilder<unknown>) => sql`
  o.customer_phone = ${phone} and o.customer_id is null
  and o.placed_at > shop_now() - make_interval(days => ${sql.lit(claimableDays)})`

/** What the account shows of itself; null once it is erased. */
export async function readAccount(db: DbOrTx, id: number, hasProvedPhone: boolean): Promise<Account | null> {
  const result = await sql<Account>`
    select c.name, c.phone, c.email, p.email as pending_email, c.language, c.password_hash is not null as has_password,
      ${hasProvedPhone}::boolean as may_replace_password, utc_text(c.created_at) as created_at,
      (select count(*) from orders o where ${isClaimable(sql`c.phone`)}) as claimable_orders
    from customers c
      left join customer_emails_pending p on p.customer_id = c.id and p.expires_at > shop_now()
    where c.id = ${id} and c.erased_at is null`.execute(db)
  return result.rows[0] ?? null
}

/** The customer of a number, made when there is none, locked until the transaction ends. Twice at once makes one. */
export async function lockOrCreate(tx: Tx, phone: string, language: Language): Promise<LockedCustomer> {
  await sql`
    insert into customers (phone, language) values (${phone}, ${language}) on conflict (phone) do nothing`.execute(tx)
  return (await lock(tx, sql`phone = ${phone}`)) as LockedCustomer
}

/** null once the person is erased. */
export async function lockCustomer(tx: Tx, id: number): Promise<LockedCustomer | null> {
  return lock(tx, sql`id = ${id} and erased_at is null`)
}

async function lock(tx: Tx, where: RawBuilder<unknown>): Promise<LockedCustomer | null> {
  // Not the strongest lock: an order that names the customer must not wait for it, and never deadlock with it.
  const result = await sql<LockedCustomer>`
    select id, phone, email, password_hash, cart_token from customers
    where ${where} for no key update`.execute(tx)
  return result.rows[0] ?? null
}

export type Login = { id: number | null; passwordHash: string | null; isKnownDevice: boolean }

/** What a login name leads to; always one row, so that nobody sees from the time whether there is an account. */
export async function findLogin(
  db: Db,
  login: { phone: string | null; email: string | null },
  deviceHash: Buffer | null,
): Promise<Login> {
  const result = await sql<Login>`
    select c.id, c.password_hash,
      exists (select from customer_devices d where d.customer_id = c.id and d.token_hash = ${deviceHash}) as is_known_device
    from (select 1) as always
      left join customers c on c.phone = ${login.phone} or c.email = ${login.email}`.execute(db)
  return result.rows[0] as Login
}

export async function setProfile(tx: Tx, id: number, name: string, language: Language): Promise<void> {
  await sql`
    update customers set name = ${name}, language = ${language}, version = version + 1, updated_at = shop_now()
    where id = ${id}`.execute(tx)
}

export async function setPasswordHash(tx: Tx, id: number, passwordHash: string): Promise<void> {
  await sql`update customers set password_hash = ${passwordHash}, updated_at = shop_now() where id = ${id}`.execute(tx)
}

export async function setPhone(tx: Tx, id: number, phone: string): Promise<void> {
  await sql`update customers set phone = ${phone}, updated_at = shop_now() where id = ${id}`.execute(tx)
}

/** Gives the account an address, null for none, and takes it from whoever had it. */
export async function setEmail(tx: Tx, id: number, email: string | null): Promise<void> {
  await sql`update customers set email = null, updated_at = shop_now() where email = ${email} and id <> ${id}`.execute(
    tx,
  )
  await sql`update customers set email = ${email}, updated_at = shop_now() where id = ${id}`.execute(tx)
}

/** The name an open cart is the account's by. */
export async function setCartToken(tx: Tx, id: number, cartToken: string): Promise<void> {
  await sql`update customers set cart_token = ${cartToken} where id = ${id}`.execute(tx)
}

/** true when the cart is that of another account. */
export async function isCartOfAnother(tx: Tx, id: number, cartToken: string): Promise<boolean> {
  const result = await sql`select from customers where cart_token = ${cartToken} and id <> ${id}`.execute(tx)
  return result.rows.length > 0
}

/** null while the account has no password. */
export async function readPasswordHash(db: Db, id: number): Promise<string | null> {
  const row = await db.selectFrom('customers').select('passwordHash').where('id', '=', id).executeTakeFirst()
  return row?.passwordHash ?? null
}
