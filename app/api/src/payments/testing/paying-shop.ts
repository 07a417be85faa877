import { randomBytes } from 'node:crypto'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { startTestApi } from '../../testing/test-api.ts'
import type { PaymentContext } from '../payment-context.ts'
import { createPaymentProviders } from '../providers/configured-providers.ts'
import { startFakeGateways } from './fake-gateways.ts'
import { orderToPay } from './paying-shopper.ts'

const start = new Date('2026-11-27T10:00:00Z')
/** So many minutes after the shop was started. */
const minutes = (count: number) => new Date(start.getTime() + count * 60_000)

/** A shop whose providers are the fake gateways, under a clock that stands still. */
export async function startPayingShop() {
  const database = await createTestDatabase()
  const gateways = await startFakeGateways()
  const providers = createPaymentProviders(gateways.settings, database.db)
  const api = await startTestApi({ settings: { db: database.db, paymentProviders: providers } })
  api.db = database.db
  const publicOrigin = readPublicOrigin('http://localhost:3000')
  const context: PaymentContext = { db: database.db, randomBytes, providers, publicOrigin }
  const { insideDhakaUpazilaId: upazilaId } = await addPlaces(database.db)
  await useSimulatedClock(database.db, start)
  return {
    api,
    db: database.db,
    gateways,
    context,
    upazilaId,
    orderBy: (method: OnlineMethod, more: Parameters<typeof orderToPay>[3] = {}) =>
      orderToPay(api, upazilaId, method, more),
    goBack: (method: OnlineMethod, reference: string, query = '') =>
      api.inject({ url: `/api/payments/${method}/return/${reference}${query}` }),
    /** What SSLCOMMERZ tells us by itself. */
    notify: (form: URLSearchParams) =>
      api.inject({
        method: 'POST',
        url: '/api/payments/sslcommerz/ipn',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://securepay.sslcommerz.com' },
        payload: form.toString(),
      }),
    /** The newest attempt of an order. */
    attemptOf: (orderId: number) =>
      database.db
        .selectFrom('paymentAttempts')
        .selectAll()
        .where('orderId', '=', orderId)
        .orderBy('id', 'desc')
        .executeTakeFirstOrThrow(),
    minutes,
    setMinutes: (count: number) => setClock(database.db, minutes(count)),
    async close() {
      await api.drop()
      await gateways.close()
      await database.drop()
    },
  }
}
export type PayingShop = Awaited<ReturnType<typeof startPayingShop>>
