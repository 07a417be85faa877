import type { Log } from '@dhakacart/service-kit/log.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { type JobHandler, type JobHandlers, runDueJobs } from '../../src/jobs/jobs.service.ts'
import { makeSendMessage, sendMessage } from '../../src/messages/messages.service.ts'
import { sendFirstCode, sendFirstCodeOf } from '../../src/orders/orders.confirmation.ts'
import { ask, type Script } from '../actor.ts'
import { Violation } from '../violation.ts'
import type { World } from '../world.ts'
import { watchCodes } from './confirmer.ts'

const send = makeSendMessage(readPublicOrigin('http://localhost:3000'))

/** The real handlers; the world counts how often each job is begun and sees the codes that are sent. */
export function makeJobHandlers({ jobsBegun, firstCodes }: World): JobHandlers {
  const counted =
    (handler: JobHandler): JobHandler =>
    (context, job) => {
      jobsBegun.set(job.id, (jobsBegun.get(job.id) ?? 0) + 1)
      return handler(context, job)
    }
  const sendCode: JobHandler = (context, job) => {
    const { token } = job.payload as { token: string }
    return sendFirstCodeOf(
      watchCodes(context, (code) => firstCodes.set(token, code)),
      job,
    )
  }
  return { [sendMessage]: counted(send), [sendFirstCode]: counted(sendCode) }
}

/** A worker process: claims jobs and does them; now and then it is told to stop between two. */
export function makeWorker(rounds: number, limit: number, stopProbability: number): Script {
  return async (actor) => {
    const { world, random } = actor
    const handlers = makeJobHandlers(world)
    for (let round = 1; round <= rounds; round++) {
      const hasWork = await actor.until(() => world.toldOrders.length > 0)
      if (!hasWork) return
      const shouldStop = () => random.chance(stopProbability)
      const answer = await ask(actor, 'running jobs', () =>
        runDueJobs(actor.context, handlers, recordFailures(world), limit, shouldStop),
      )
      if (answer.kind !== 'done') continue
      if (answer.value > limit) throw new Violation(`${actor.name} asked for ${limit} jobs and got ${answer.value}`)
      actor.note(`claimed ${answer.value} jobs`)
    }
  }
}

/** A log that keeps what the job runner warns of: a job that fails although nothing was broken is a mistake of ours. */
export function recordFailures(world: World): Log {
  const warn = ({ err }: { err: unknown }) => void world.jobFailures.push(String(err))
  return { warn } as unknown as Log
}
