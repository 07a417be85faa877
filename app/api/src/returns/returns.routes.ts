import { getOrderReturns, requestReturn } from '@dhakacart/contract/returns.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import * as returns from './returns.service.ts'

export function registerReturns(api: FastifyInstance, db: Db): void {
  api.register(async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    register(app, getOrderReturns, async ({ params }) => returns.readReturns(db, params.token))

    register(app, requestReturn, async ({ params, headers, body }) => {
      await returns.requestReturn(db, params.token, headers['idempotency-key'], body)
      return returns.readReturns(db, params.token)
    })
  })
}
