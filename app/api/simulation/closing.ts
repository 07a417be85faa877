import { makeDb } from '@dhakacart/database/connect.ts'
import { setClock } from '@dhakacart/database/testing/set-clock.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { PostgresDialect, type PostgresPoolClient } from 'kysely'
import { workOnce } from '../src/couriers/couriers.jobs.ts'
import { runDueJobs } from '../src/jobs/jobs.service.ts'
import { expireHolds } from '../src/orders/orders.service.ts'
import { verifyDue } from '../src/payments/verify.ts'
import { runDueRefund } from '../src/refunds/refund-sending.ts'
import type { ServiceContext } from '../src/service-context.ts'
import { makeJobHandlers, recordFailures } from './actors/worker.ts'
import { onlineMethods } from './bank.ts'
import { runPlanned } from './gate.ts'
import { findParcelViolations } from './invariants/parcels.ts'
import type { Laboratory } from './laboratory.ts'
import type { Random } from './random.ts'
import { Violation } from './violation.ts'
import type { World } from './world.ts'

/** Longer than every hold, every delay of a job that failed a few times, and than payments are asked about. */
const hoursToWait = 26
const maxRounds = 20
/** Longer than the longest pause before a refund in doubt is asked about again. */
const hoursInDoubt = 2

/** After everybody has gone: time passes, holds are swept and jobs done by services nobody disturbs. */
export async function closeShop(laboratory: Laboratory, world: World, random: Random): Promise<void> {
  const context = await directContext(laboratory, random)
  await setClock(context.db, new Date(world.startAt.getTime() + hoursToWait * 3_600_000))
  const handlers = makeJobHandlers(world)
  await untilIdle('holds', () => expireHolds(context, 10))
  await settleMoney(context, world)
  await settleParcels(context, laboratory, world)
  await untilIdle('jobs', () => runDueJobs(context, handlers, recordFailures(world), 10))
  const left = await laboratory.control.run(`
    select (select count(*) from orders where hold_expires_at is not null) as waiting, (select count(*) from jobs) as jobs`)
  const { waiting, jobs } = left.rows[0] as { waiting: number; jobs: number }
  if (waiting > 0 || jobs > 0) throw new Violation(`${waiting} orders and ${jobs} jobs wait for ever`)
}

/**
 * Providers answer all about payments from now on; about refunds only when it is asked once more. Attempts are few where none was
 * begun, so nobody looks for them there.
 */
async function settleMoney(context: ServiceContext, { bank, startAt }: World): Promise<void> {
  const paying = { ...context, providers: bank.providers, publicOrigin: readPublicOrigin('http://localhost:3000') }
  bank.endPayments()
  let refundCount = 0
  for (const method of onlineMethods) {
    if (bank.isOpen) await untilIdle('payments', () => verifyDue(paying, method, 1))
    refundCount += await untilIdle('refunds', () => runDueRefund(paying, method))
  }
  bank.desk.isCalm = true
  if (refundCount === 0) return
  await setClock(context.db, new Date(startAt.getTime() + (hoursToWait + hoursInDoubt) * 3_600_000))
  for (const method of onlineMethods) await untilIdle('refunds', () => runDueRefund(paying, method))
}

/** Whatever was sent and not answered for is asked about; then everything that the courier has must be known. */
async function settleParcels({ db }: ServiceContext, { control }: Laboratory, { depot }: World): Promise<void> {
  if (depot.orderId === null) return
  await untilIdle('parcels', () => workOnce(db, depot.answer(), 0))
  const violations = await findParcelViolations(control, depot, true)
  if (violations.length > 0) throw new Violation(violations.join('; '))
  // The next seed's worker finds nothing of this one.
  await control.run(`update courier_bookings set state = 'ended', next_look_at = null where state <> 'ended'`)
}

/** Returns how many there were. */
async function untilIdle(what: string, round: () => Promise<number>): Promise<number> {
  let sum = 0
  for (let count = 1; count <= maxRounds; count++) {
    const found = await round()
    if (found === 0) return sum
    sum += found
  }
  throw new Violation(`there are always more ${what}`)
}

/** The services on a session that nobody schedules. */
async function directContext({ control }: Laboratory, random: Random): Promise<ServiceContext> {
  const query = (sqlText: string, parameters: readonly unknown[]) => runPlanned(control, { sqlText, parameters })
  const client = { query: query as unknown as PostgresPoolClient['query'], release: () => undefined }
  const pool = { connect: async () => client, end: async () => undefined, options: {} }
  return { db: makeDb(new PostgresDialect({ pool })), randomBytes: random.bytes }
}
