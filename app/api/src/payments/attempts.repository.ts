import type { AttemptState, OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import type { Db, DbOrTx, Tx } from '@dhakacart/database/connect.ts'
import { type RawBuilder, sql } from 'kysely'

export type Attempt = {
  id: number
  reference: string
  orderId: number
  method: OnlineMethod
  state: AttemptState
  amountPaisa: number
  instalmentMonths: number | null
  session: string | null
  redirectUrl: string | null
  startedAt: string
  ageSeconds: number
  problem: string | null
}

/** Longer than asking takes at any provider: query, execute and query again, 10 + 20 + 10 s, and waiting for a place. */
const askingLease = sql`interval '55 seconds'`

const columns = sql`
  a.id, a.reference, a.order_id, a.method, a.state, a.amount_paisa, a.instalment_months, a.session, a.redirect_url,
  utc_text(a.started_at) as started_at, extract(epoch from shop_now() - a.started_at)::integer as age_seconds, a.problem`

export type NewAttempt = Pick<Attempt, 'reference' | 'orderId' | 'method' | 'amountPaisa' | 'instalmentMonths'>

export async function insert(tx: Tx, attempt: NewAttempt, firstAskSeconds: number): Promise<Attempt> {
  const result = await sql<Attempt>`
    insert into payment_attempts as a (reference, order_id, method, amount_paisa, instalment_months, state, ask_at)
    values (${attempt.reference}, ${attempt.orderId}, ${attempt.method}, ${attempt.amountPaisa},
            ${attempt.instalmentMonths}::integer, 'starting', shop_now() + make_interval(secs => ${firstAskSeconds}::integer))
    returning ${columns}`.execute(tx)
  return result.rows[0] as Attempt
}

/** Attempts of an order, newest first. */
export async function ofOrder(db: DbOrTx, orderId: number): Promise<Attempt[]> {
  const result = await sql<Attempt>`
    select ${columns} from payment_attempts a where a.order_id = ${orderId} order by a.id desc`.execute(db)
  return result.rows
}

async function find(db: DbOrTx, where: RawBuilder<unknown>): Promise<Attempt | null> {
  const result = await sql<Attempt>`select ${columns} from payment_attempts a where ${where}`.execute(db)
  return result.rows[0] ?? null
}
export const byId = (db: DbOrTx, id: number) => find(db, sql`a.id = ${id}`)

export type ReturnedAttempt = {
  id: number
  state: AttemptState
  token: string
  language: 'en' | 'bn'
  /** Somebody asks the provider about it just now. */
  isBeingAsked: boolean
}

/** Which attempt, and which order's page a shopper belongs to, by what stands in a return address; null for a made-up one. */
export async function findReturn(db: DbOrTx, method: OnlineMethod, reference: string) {
  const result = await sql<ReturnedAttempt>`
    select a.id, a.state, o.token, o.language,
      coalesce(a.ask_at = a.asked_at + ${askingLease}, false) as is_being_asked
    from payment_attempts a join orders o on o.id = a.order_id
    where a.reference = ${reference} and a.method = ${method}`.execute(db)
  return result.rows[0] ?? null
}

export type StartedAttempt = { session: string; redirectUrl: string; firstAskSeconds: number }

/** Writes the provider's page and when to look first by ourselves; nothing when the attempt was given up meanwhile. */
export async function setStarted(
  db: Db,
  id: number,
  { session, redirectUrl, firstAskSeconds }: StartedAttempt,
): Promise<Attempt | null> {
  const result = await sql<Attempt>`
    update payment_attempts a
    set state = 'started', session = ${session}, redirect_url = ${redirectUrl}, updated_at = shop_now(),
        ask_at = shop_now() + make_interval(secs => ${firstAskSeconds}::integer)
    where a.id = ${id} and a.state = 'starting'
    returning ${columns}`.execute(db)
  return result.rows[0] ?? null
}

/** An attempt that somebody is about to ask the provider about. */
export type AskingAttempt = Attempt & {
  /** The order still waits for this money, so it may be taken. */
  isWanted: boolean
}

/**
 * Takes the right to ask about an attempt, for 55 s; null when it is over or was asked about within `restSeconds`.
 * However many notices and returns arrive at once, the provider is asked once.
 */
export async function claimAsking(
  db: Db,
  id: number,
  // `isTold`: the provider itself spoke of it, so an attempt that was given up is asked about again.
  { isTold, restSeconds }: { isTold: boolean; restSeconds: number },
): Promise<AskingAttempt | null> {
  const result = await sql<AskingAttempt>`
    update payment_attempts a
    set asked_at = shop_now(),
        ask_at = case when a.ask_at is not null then shop_now() + ${askingLease} end
    from orders o
    where a.id = ${id} and o.id = a.order_id
      and (a.ask_at is not null or (${isTold}::boolean and a.state in ('failed', 'refused', 'expired')))
      and (a.asked_at is null or a.asked_at <= shop_now() - make_interval(secs => ${restSeconds}::integer))
    returning ${columns}, o.state = 'pending_payment' and o.hold_expires_at > shop_now() as is_wanted`.execute(db)
  return result.rows[0] ?? null
}

export type AttemptChange = {
  state: AttemptState
  problem: string | null
  /** null when there is nothing to ask any more. */
  askInSeconds: number | null
}

/**
 * Changes an attempt that is not over yet, if it is still in the state in which it was read: while the provider was asked,
 * whoever was starting it may have got the page after all, and what was learned before says nothing about that.
 */
export async function change(
  db: DbOrTx,
  { id, state: read }: Pick<Attempt, 'id' | 'state'>,
  { state, problem, askInSeconds }: AttemptChange,
): Promise<void> {
  await sql`
    update payment_attempts
    set state = ${state}, problem = ${problem}, updated_at = shop_now(),
        ask_at = shop_now() + make_interval(secs => ${askInSeconds}::integer)
    where id = ${id} and state = ${read} and state in ('starting', 'started', 'abandoned')`.execute(db)
}

/** An attempt that was paid is paid, also when it was given up before: the provider has the last word. */
export async function setPaid(tx: Tx, id: number): Promise<void> {
  await sql`
    update payment_attempts set state = 'paid', problem = null, ask_at = null, updated_at = shop_now() where id = ${id}`.execute(
    tx,
  )
}

/** Attempts of one provider that are to be asked about now, longest due first. */
export async function findDue(db: DbOrTx, method: OnlineMethod, limit: number): Promise<number[]> {
  const result = await sql<{ id: number }>`
    select id from payment_attempts where method = ${method} and ask_at <= shop_now() order by ask_at, id limit ${limit}`.execute(
    db,
  )
  return result.rows.map((row) => row.id)
}
