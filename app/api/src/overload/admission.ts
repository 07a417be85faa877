import { admitByPriority } from '@dhakacart/service-kit/admission/admission.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { TooBusy } from '../errors.ts'
import { priorityOf } from './priorities.ts'

export type OverloadSettings = {
  metrics: Metrics
  publicOrigin: PublicOrigin
  /** Milliseconds by which the event loop is late; tests say it themselves. */
  readDelayMs?: () => number
}

/** Turns away what this process cannot serve, the least important first, in the form of every other error. */
export function registerAdmission(app: FastifyInstance, { metrics, publicOrigin, readDelayMs }: OverloadSettings) {
  const cartCookie = `${publicOrigin.cookiePrefix}cart=`
  return admitByPriority(app, {
    metrics,
    ...(readDelayMs !== undefined && { readDelayMs }),
    // Looked for in the header as it came: reading all cookies costs more than turning away.
    classOf: (request) => priorityOf(request, request.headers.cookie?.includes(cartCookie) === true),
    refuse: sendTooBusy,
  })
}

const { code, message } = new TooBusy()

function sendTooBusy(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .type('application/json; charset=utf-8')
    .serializer(String)
    .send(JSON.stringify({ code, message, requestId: request.id }))
}
