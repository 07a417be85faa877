import type { Log } from '@dhakacart/service-kit/log.ts'
import type { ServiceContext } from '../service-context.ts'
import * as jobs from './jobs.repository.ts'

/** Does one job. It may run again after a crash, so it must be safe to repeat, and it removes its job together with what it does. */
export type JobHandler = (context: ServiceContext, job: jobs.ClaimedJob) => Promise<void>
export type JobHandlers = Record<string, JobHandler>

/** Longer than any handler takes; a worker that died leaves its jobs to others after this. */
const lockSeconds = 60
/** After an hour in all (10 s, 20 s, 40 s, … 20 min between attempts) a person has to look. */
const maxAttempts = 10
const firstDelaySeconds = 10
const maxDelaySeconds = 1_200

/** Claims and does up to `limit` due jobs, one after the other; returns how many were claimed. `shouldStop` is asked before each. */
export async function runDueJobs(
  context: ServiceContext,
  handlers: JobHandlers,
  log: Log,
  limit: number,
  shouldStop: () => boolean = () => false,
): Promise<number> {
  const claimed = await jobs.claimJobs(context.db, limit, lockSeconds)
  for (const [index, job] of claimed.entries()) {
    if (shouldStop()) {
      await jobs.releaseJobs(
        context.db,
        claimed.slice(index).map((unfinished) => unfinished.id),
      )
      break
    }
    await runJob(context, handlers, log, job)
  }
  return claimed.length
}

async function runJob(context: ServiceContext, handlers: JobHandlers, log: Log, job: jobs.ClaimedJob): Promise<void> {
  try {
    const handler = handlers[job.kind]
    if (handler === undefined) throw new Error(`no handler for jobs of kind ${job.kind}`)
    await handler(context, job)
  } catch (error) {
    log.warn({ err: error, jobId: job.id, kind: job.kind, attempts: job.attempts }, 'job failed')
    const reason = String(error).slice(0, 500)
    if (job.attempts >= maxAttempts) await jobs.failJob(context.db, job.id, reason)
    else await jobs.postponeJob(context.db, job.id, delaySeconds(job.attempts), reason)
  }
}

function delaySeconds(attempts: number): number {
  return Math.min(maxDelaySeconds, firstDelaySeconds * 2 ** (attempts - 1))
}

export const addJob = jobs.addJob
export const addJobs = jobs.addJobs
export const promise = jobs.promise
export const removal = jobs.removal
export const removeJob = jobs.removeJob
export const countJobs = jobs.countJobs
