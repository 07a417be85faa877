import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { ProviderProblem } from './provider.ts'

export type TokenStore = {
  /** The token to use now, fetched when nobody has a living one. Throws ProviderProblem. */
  current(): Promise<string>
  /** Forgets a token that the provider called wrong, whoever learned it first. */
  forget(token: string): Promise<void>
}
export type FetchedToken = { token: string; livesSeconds: number }

/** A token is not used in its last minute: the request that carries it may wait that long. */
const spareSeconds = 60
/** Longer than fetching one may take; whoever died while fetching is followed by the next after this. */
const fetchLeaseSeconds = 20
/** Facts: more than two grants an hour block the merchant for an hour. */
export const maxGrantsPerHour = 2
const pauseMs = 200
const patienceMs = 12_000

/**
 * One bKash token for every process of the shop, in PostgreSQL. One process fetches it under a lease, holding no connection
 * meanwhile; the others look again until it is there. Grants are counted, so that no fault of ours gets the merchant blocked.
 */
export function createBkashToken(db: Db, grant: () => Promise<FetchedToken>): TokenStore {
  return {
    async current() {
      for (const deadline = performance.now() + patienceMs; performance.now() < deadline; await sleep(pauseMs)) {
        const token = await readToken(db)
        if (token !== null) return token
        const lease = await takeLease(db)
        if (lease === 'taken') return fetchToken(db, grant)
        if (lease === 'too many') throw problem('token not asked for: two grants within the last hour')
      }
      throw problem('token not asked for: another process is fetching it')
    },
    async forget(token) {
      await sql`update provider_tokens set token = null, expires_at = null where provider = 'bkash' and token = ${token}`.execute(
        db,
      )
    },
  }
}

/** How many tokens bKash was asked for within the last hour, by every process. */
export async function countGrants(db: Db): Promise<number> {
  const result = await sql<{ count: number }>`
    select count(*)::integer as count
    from provider_tokens, unnest(asked_at) a where provider = 'bkash' and a > shop_now() - interval '1 hour'`.execute(
    db,
  )
  return result.rows[0]?.count ?? 0
}

async function fetchToken(db: Db, grant: () => Promise<FetchedToken>): Promise<string> {
  try {
    const { token, livesSeconds } = await grant()
    await sql`
      update provider_tokens
      set token = ${token}, expires_at = shop_now() + make_interval(secs => ${livesSeconds}::integer), fetching_until = null
      where provider = 'bkash'`.execute(db)
    return token
  } catch (error) {
    // The grant stays counted: it may have arrived.
    await sql`update provider_tokens set fetching_until = null where provider = 'bkash'`.execute(db)
    throw error
  }
}

async function readToken(db: Db): Promise<string | null> {
  const result = await sql<{ token: string | null }>`
    select token from provider_tokens
    where provider = 'bkash' and expires_at > shop_now() + make_interval(secs => ${spareSeconds}::integer)`.execute(db)
  return result.rows[0]?.token ?? null
}

async function takeLease(db: Db): Promise<'taken' | 'too many' | 'another has it'> {
  await sql`insert into provider_tokens (provider) values ('bkash') on conflict do nothing`.execute(db)
  const taken = await sql`
    update provider_tokens
    set fetching_until = shop_now() + make_interval(secs => ${fetchLeaseSeconds}::integer),
        asked_at = array(select a from unnest(asked_at) a order by a desc limit ${maxGrantsPerHour - 1}) || shop_now()
    where provider = 'bkash' and (fetching_until is null or fetching_until < shop_now())
      and (select count(*) from unnest(asked_at) a where a > shop_now() - interval '1 hour') < ${maxGrantsPerHour}
      and coalesce(expires_at <= shop_now() + make_interval(secs => ${spareSeconds}::integer), true)
    returning provider`.execute(db)
  if (taken.rows.length > 0) return 'taken'
  const result = await sql<{ isSpent: boolean }>`
    select (select count(*) from unnest(asked_at) a where a > shop_now() - interval '1 hour') >= ${maxGrantsPerHour}
      and (fetching_until is null or fetching_until < shop_now())
      and coalesce(expires_at <= shop_now() + make_interval(secs => ${spareSeconds}::integer), true) as is_spent
    from provider_tokens where provider = 'bkash'`.execute(db)
  return result.rows[0]?.isSpent === true ? 'too many' : 'another has it'
}

function problem(message: string): ProviderProblem {
  return new ProviderProblem('bkash', 'not_asked', message)
}
