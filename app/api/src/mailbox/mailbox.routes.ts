import { listMailbox } from '@dhakacart/contract/mailbox.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { nextIdCursor, readIdCursor } from '../id-cursor.ts'
import * as messages from '../messages/messages.repository.ts'
import { register } from '../register.ts'

const defaultLimit = 30

/** What the shop sent, for the laptop only: whoever reads it can open every order. */
export function registerMailbox(app: FastifyInstance, db: Db): void {
  register(app, listMailbox, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    const { after, limit = defaultLimit } = request.query
    const found = await messages.list(db, readIdCursor(after), limit)
    return {
      messages: found,
      nextCursor: nextIdCursor(found, limit),
    }
  })
}
