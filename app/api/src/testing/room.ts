import { randomUUID } from 'node:crypto'
import type { Visit } from '@dhakacart/contract/waiting-room.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import { sql } from 'kysely'
import { runRooms } from '../waiting-room/admission.service.ts'
import { type CheckoutMeter, createCheckoutMeter } from '../waiting-room/checkout-meter.ts'
import { createRooms } from '../waiting-room/rooms.ts'
import type { TestApi } from './test-api.ts'

/** A scheduled sale with a waiting room over these variants, at the price that fixtures have anyway; returns its id. */
export async function addSaleWithRoom(
  db: Db,
  variantIds: readonly number[],
  startsAt: Date,
  hours = 4,
): Promise<number> {
  const endsAt = new Date(startsAt.getTime() + hours * 3_600_000)
  const result = await sql<{ id: number }>`
    with sale as (
      insert into sales (creation_key, name_en, name_bn, starts_at, ends_at, prewarm_minutes, has_waiting_room, state)
      values (${randomUUID()}, 'Eid sale', 'ঈদ সেল', ${startsAt}, ${endsAt}, 0, true, 'scheduled') returning id
    ), lines as (
      insert into sale_lines (sale_id, variant_id, price_paisa, allotment, during, is_scheduled)
      select sale.id, v, 100000, 1000, tstzrange(${startsAt}::timestamptz, ${endsAt}::timestamptz), true
      from sale, unnest(${[...variantIds]}::bigint[]) as v
    )
    select id from sale`.execute(db)
  return result.rows[0]?.id ?? 0
}

/** The rounds of one api process, for a test to run when it likes. */
export function createRoundsOf(db: Db, meter: CheckoutMeter = createCheckoutMeter()) {
  const context = { db, randomBytes: (size: number) => crypto.getRandomValues(Buffer.alloc(size)) }
  const admission = { context, rooms: createRooms(db, 0), meter, processId: randomUUID() }
  return () => runRooms(admission)
}

/** A browser in a waiting room, with its cookies. */
export function createVisitor(api: Pick<TestApi, 'inject'>, saleId: number, jar = new Map<string, string>()) {
  async function send(method: 'GET' | 'PUT', path: string): Promise<Visit> {
    const answer = await api.inject({
      method,
      url: `/api/waiting-rooms/${saleId}/${path}`,
      headers: { cookie: cookie() },
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json()
  }
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  return {
    jar,
    cookie,
    takeTicket: () => send('PUT', 'ticket'),
    takePass: () => send('PUT', 'pass'),
    visit: () => send('GET', 'visit'),
  }
}
