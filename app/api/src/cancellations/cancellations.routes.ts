import {
  getOrderCancellation,
  requestCancellation,
  withdrawCancellation,
} from '@dhakacart/contract/cancellations.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import * as cancellations from './cancellations.service.ts'

export function registerCancellations(api: FastifyInstance, db: Db): void {
  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    register(app, getOrderCancellation, async ({ params }) => cancellations.readOfOrder(db, params.token))

    register(app, requestCancellation, async ({ params, headers, body }) => {
      await cancellations.request(db, params.token, headers['idempotency-key'], body)
      return cancellations.readOfOrder(db, params.token)
    })

    register(app, withdrawCancellation, async ({ params }) => {
      await cancellations.withdraw(db, params.token, params.id)
      return cancellations.readOfOrder(db, params.token)
    })
  })
}
