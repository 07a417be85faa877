import { randomBytes } from 'node:crypto'
import { databaseTls } from '@dhakacart/database/config.ts'
import { connectDatabase } from '@dhakacart/database/connect.ts'
import { orExit, runProcess } from '@dhakacart/service-kit/lifecycle.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { createMetrics } from '@dhakacart/service-kit/metrics.ts'
import { sweepAccounts } from './accounts/accounts.jobs.ts'
import { createAuditCheck } from './audit/audit.jobs.ts'
import { sealEntries } from './audit/audit-chain.ts'
import { sweepCarts } from './carts/carts.jobs.ts'
import { sweepCodes } from './codes/codes.jobs.ts'
import { readWorkerConfig } from './config.ts'
import { createConfiguredCouriers } from './couriers/configured-couriers.ts'
import { courierLoops } from './couriers/couriers.jobs.ts'
import { findDatabaseProblem, measurePool, waitForSchema } from './database-health.ts'
import { sweepImports, workOnImports } from './imports/imports.service.ts'
import { countJobs, runDueJobs } from './jobs/jobs.service.ts'
import { messageLoops } from './messages/messages.jobs.ts'
import { makeSendMessage, sendMessage } from './messages/messages.service.ts'
import { createConfiguredProviders } from './messages/providers/configured-providers.ts'
import { sendFirstCode, sendFirstCodeOf } from './orders/orders.confirmation.ts'
import { sweepHolds } from './orders/orders.jobs.ts'
import { countProviderRequests } from './payments/payment-metrics.ts'
import { readPaymentSettings } from './payments/payments.config.ts'
import { paymentLoops } from './payments/payments.jobs.ts'
import { createPaymentProviders } from './payments/providers/configured-providers.ts'
import { createConfiguredPictureStore } from './pictures/configured-picture-store.ts'
import { collectGarbage, renderNextUpload } from './pictures/picture-uploads.service.ts'
import { receivableLoops } from './receivables/receivables.jobs.ts'
import { reconciliationLoops } from './reconciliation/reconciliation.jobs.ts'
import { refundLoops } from './refunds/refunds.jobs.ts'
import { sweepStaff } from './staff/staff.jobs.ts'
import { sweepRooms } from './waiting-room/waiting-room.jobs.ts'
import { startLoops } from './worker-loops.ts'

/** Jobs claimed at once: few enough that a worker that dies leaves little to others. */
const jobsAtOnce = 20
/**
 * 200 jobs a second: each costs the machine half as much as the order that promised it (docs/decisions/003), so in a rush
 * messages wait for some seconds instead of shoppers.
 */
const jobsEveryMs = 100

const config = orExit(() => readWorkerConfig())
const log = createLog({ process: 'worker', release: config.release, level: config.logLevel })
const metrics = createMetrics({ process: 'worker', release: config.release })
const { db, pool } = connectDatabase(
  {
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    tls: databaseTls(config),
    applicationName: 'dhakacart-worker',
  },
  (error) => log.warn({ err: error }, 'a database connection was lost'),
)
measurePool(metrics, pool)
const checkAudit = createAuditCheck(db, log, metrics)
const context = { db, randomBytes }
const pictureStore = createConfiguredPictureStore(config, db)
const providers = createConfiguredProviders(config, config.publicOrigin)
const handlers = {
  [sendMessage]: makeSendMessage(config.publicOrigin, providers),
  [sendFirstCode]: sendFirstCodeOf,
}
const payments = {
  ...context,
  providers: createPaymentProviders(
    orExit(() => readPaymentSettings(config)),
    db,
    countProviderRequests(metrics),
  ),
  publicOrigin: config.publicOrigin,
}
const couriers = orExit(() => createConfiguredCouriers(config))
const jobsDone = metrics.counter('jobs_run_total', 'Jobs run, failed attempts included')
let jobCounts = { waiting: 0, failed: 0 }
metrics.gauge('jobs_waiting', 'Jobs that wait to be run, as last counted', () => jobCounts.waiting)
metrics.gauge('jobs_failed', 'Jobs given up, as last counted', () => jobCounts.failed)
let loops: ReturnType<typeof startLoops> | undefined

await runProcess({
  log,
  metrics,
  release: config.release,
  healthHost: config.healthHost,
  healthPort: config.healthPort,
  findProblem: () => findDatabaseProblem(db),
  async start(lifecycle) {
    await waitForSchema(db, log, lifecycle)
    const runJobs = async () => {
      const count = await runDueJobs(context, handlers, log, jobsAtOnce, () => lifecycle.isDraining)
      jobsDone.inc(count)
      return count
    }
    const count = async () => {
      jobCounts = await countJobs(db)
      return 0
    }
    loops = startLoops(
      [
        { name: 'jobs', idleMs: 500, everyMs: jobsEveryMs, round: runJobs },
        { name: 'holds', idleMs: 2_000, round: () => sweepHolds(context) },
        { name: 'carts', idleMs: 600_000, round: () => sweepCarts(context) },
        { name: 'audit seals', idleMs: 1_000, round: () => sealEntries(db) },
        { name: 'audit check', idleMs: 3_600_000, round: checkAudit },
        { name: 'staff', idleMs: 600_000, round: () => sweepStaff(context) },
        { name: 'codes', idleMs: 600_000, round: () => sweepCodes(context) },
        { name: 'accounts', idleMs: 600_000, round: () => sweepAccounts(context) },
        ...messageLoops({ db, log, keepsCodes: config.publicOrigin.isLoopback }, providers, metrics),
        ...paymentLoops(payments, metrics),
        ...refundLoops(payments, metrics),
        ...receivableLoops(db, metrics),
        { name: 'pictures', idleMs: 1_000, round: () => renderNextUpload(db, pictureStore, log) },
        { name: 'picture garbage', idleMs: 3_600_000, round: () => collectGarbage(db, pictureStore) },
        { name: 'imports', idleMs: 1_000, round: () => workOnImports(db, log) },
        { name: 'old imports', idleMs: 3_600_000, round: () => sweepImports(db) },
        ...courierLoops(db, couriers),
        ...reconciliationLoops(payments),
        { name: 'waiting rooms', idleMs: 3_600_000, round: () => sweepRooms(db) },
        { name: 'job counts', idleMs: 10_000, round: count },
      ],
      log,
    )
  },
  async stop() {
    await loops?.stop()
    for (const provider of Object.values(providers)) provider.close()
    await pool.end()
  },
})
