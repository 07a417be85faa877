import { exportOrders } from '@dhakacart/contract/machines.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { exportPage } from '../orders/orders.export.ts'
import { register } from '../register.ts'
import { admit } from './machines.service.ts'

/** What programs read, each with a credential for just that. */
export function registerMachines(app: FastifyInstance, db: Db): void {
  register(app, exportOrders, async ({ headers, query }, reply) => {
    reply.header('cache-control', 'no-store')
    await admit(db, headers.authorization, 'orders.export')
    return exportPage(db, query.after ?? null, query.limit)
  })
}
