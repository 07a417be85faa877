import { pathaoWebhook, steadfastWebhook } from '@dhakacart/contract/couriers.schema.ts'
import type { Db } from '@dhakacart/database/connect.ts'
import type { FastifyInstance } from 'fastify'
import { register } from '../register.ts'
import * as bookings from './bookings.repository.ts'

/** Longer than any name of a parcel. */
const nameMax = 100

/**
 * Couriers' webhooks. Their secrets are known to every merchant of theirs, so what they say is a hint only: a parcel of ours that is
 * named is asked for soon. Whatever they name, the answer is the same and comes at once. Couriers add fields as they like, so of the
 * body two names are read and the rest is not looked at.
 */
export function registerCouriers(app: FastifyInstance, db: Db): void {
  register(app, pathaoWebhook, async (request, reply) => {
    const consignmentId = readName(request.body, 'consignment_id')
    const reference = readName(request.body, 'merchant_order_id')
    if (consignmentId !== null) await bookings.hint(db, { courier: 'pathao', consignmentId, reference })
    // What Pathao's documentation asks every merchant to answer with.
    reply.header('x-pathao-merchant-webhook-integration-secret', 'f3992ecc-59da-4cbe-a049-a13da2018d51')
    reply.code(202)
    return { isTaken: true } as never
  })
  register(app, steadfastWebhook, async (request) => {
    const consignmentId = readName(request.body, 'consignment_id')
    const reference = readName(request.body, 'invoice')
    if (consignmentId !== null) await bookings.hint(db, { courier: 'steadfast', consignmentId, reference })
    return { isTaken: true }
  })
}

/** A name in a body of any form; null when it holds none. */
function readName(body: unknown, field: string): string | null {
  const value = typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[field] : undefined
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text !== '' && text.length <= nameMax ? text : null
}
