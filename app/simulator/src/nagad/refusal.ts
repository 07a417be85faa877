import type { FastifyReply } from 'fastify'

/** Nagad's form of saying no. */
export function refuse(reply: FastifyReply, reason: string, message: string, status = 400): FastifyReply {
  return reply.code(status).send({ reason, message })
}
