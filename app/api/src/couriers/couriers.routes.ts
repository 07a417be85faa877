import { pathaoWebhook, steadfastWebhook } from '@dhakacart/contract/couriers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import * as bookings from './bookings.repository.ts'

/**
 * Couriers' webhooks. Their secrets are known to every merchant of theirs, so what they say is a hint only: a parcel of ours that is
 * named is asked for soon. Whatever they name, the answer is the same and comes at once.
 */
export function registerCouriers(app: FastifyInstance, db: Db): void {
  register(app, pathaoWebhook, async ({ body }, reply) => {
    const { consignment_id: consignmentId = '', merchant_order_id: reference = null } = body
    if (consignmentId !== '') await bookings.hint(db, { courier: 'pathao', consignmentId, reference })
    // What Pathao's documentation asks every merchant to answer with.
    reply.header('x-pathao-merchant-webhook-integration-secret', 'f3992ecc-59da-4cbe-a049-a13da2018d51')
    reply.code(202)
    return { isTaken: true } as never
  })
  register(app, steadfastWebhook, async ({ body }) => {
    const { consignment_id: id, invoice = null } = body
    if (id !== undefined)
      await bookings.hint(db, { courier: 'steadfast', consignmentId: String(id), reference: invoice })
    return { isTaken: true }
  })
}
