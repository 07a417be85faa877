import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Simulator } from '../simulator.ts'

/** Programs get the new state, people the page again. */
export function answerControl(simulator: Simulator, request: FastifyRequest, reply: FastifyReply) {
  const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')
  return isForm ? reply.redirect('/control', 303) : reply.send(describeState(simulator))
}

const shownMax = 200

export function describeState({ records, faults, clock }: Simulator) {
  return {
    now: new Date(clock.now()).toISOString(),
    faults: faults.list(),
    payments: records.list('payment').slice(-shownMax).toReversed(),
    consignments: records.list('consignment').slice(-shownMax).toReversed(),
    callbacks: records.list('callback').slice(-shownMax).toReversed(),
    sms: records.list('sms').slice(-shownMax).toReversed(),
    mails: records.list('mail').slice(-shownMax).toReversed(),
  }
}
