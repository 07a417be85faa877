import type { FastifyInstance } from 'fastify'
import { type Checkout, decideOnce } from '../pages/pay.routes.ts'
import { type FaultName, faultNames, type Provider, providers } from '../provider-faults.ts'
import type { Simulator } from '../simulator.ts'
import { answerControl, describeState } from './control-answer.ts'
import { sendControlPage } from './control-page.ts'
import { registerParcelControls } from './parcels.routes.ts'
import { registerReports } from './reports.routes.ts'

const fault = { type: 'string', enum: faultNames }
const provider = { type: 'string', enum: providers }
const reference = { type: 'string', minLength: 1, maxLength: 255 }

function bodyOf(properties: Record<string, unknown>, required: readonly string[]) {
  return { body: { type: 'object', properties, required, additionalProperties: false } }
}

const schemas = {
  always: bodyOf({ provider, faults: { type: 'array', items: fault, maxItems: 30 } }, ['provider', 'faults']),
  next: bodyOf({ provider, fault, count: { type: 'integer', minimum: 1, maximum: 1_000 } }, ['provider', 'fault']),
  reference: bodyOf({ provider, reference, fault }, ['provider', 'reference', 'fault']),
  clock: bodyOf({ advanceSeconds: { type: 'integer', minimum: 1, maximum: 366 * 86_400 } }, ['advanceSeconds']),
  decision: bodyOf(
    {
      choice: { type: 'string', enum: ['pay', 'fail', 'cancel'] },
      payer: { type: 'string', pattern: '^01[3-9]\\d{8}$' },
      faults: { type: 'array', items: fault, maxItems: 30 },
    },
    ['choice'],
  ),
  refund: bodyOf({ state: { type: 'string', enum: ['refunded', 'cancelled'] } }, ['state']),
}

/** Switches faults, moves the clock and plays the payer: as JSON for tests, as forms for people at /control. */
export async function registerControl(
  app: FastifyInstance,
  simulator: Simulator,
  checkouts: readonly Checkout[],
): Promise<void> {
  refuseForeigners(app, simulator)
  app.setErrorHandler((error: Error & { statusCode?: number; validation?: unknown }, _, reply) => {
    const isCallersFault = error.validation !== undefined || error instanceof RangeError
    return reply.code(isCallersFault ? 400 : (error.statusCode ?? 500)).send({ message: error.message })
  })
  app.get('/', async (_, reply) => reply.redirect('/control', 303))
  app.get('/control', async (_, reply) => sendControlPage(reply, simulator))
  app.get('/control/state', async () => describeState(simulator))
  registerFaultControls(app, simulator)
  registerPaymentControls(app, simulator, checkouts)
  registerParcelControls(app, simulator)
  registerReports(app, simulator)
}

/** Pages of other sites may not steer the simulator, also not under a name that leads here. */
function refuseForeigners(app: FastifyInstance, simulator: Simulator): void {
  const own = new Set([simulator.origin, simulator.origin.replace(/\/\/127\.[\d.]+/, '//localhost')])
  const { host: ownHost } = new URL(simulator.origin)
  app.addHook('onRequest', async (request, reply) => {
    const { origin, 'sec-fetch-site': site, host = '' } = request.headers
    const isForeign = (origin !== undefined && !own.has(origin)) || site === 'cross-site'
    const isOurHost = host === ownHost || /^(127\.\d+\.\d+\.\d+|localhost)(:\d+)?$/.test(host)
    if (!isOurHost || (isForeign && request.method !== 'GET')) {
      return reply.code(403).send({ message: 'Steer the simulator from its own page.' })
    }
  })
}

function registerFaultControls(app: FastifyInstance, simulator: Simulator): void {
  type Always = { provider: Provider; faults: FaultName[] }
  app.post<{ Body: Always }>('/control/faults/always', { schema: schemas.always }, async (request, reply) => {
    simulator.faults.setAlways(request.body.provider, request.body.faults)
    return answerControl(simulator, request, reply)
  })
  type Next = { provider: Provider; fault: FaultName; count?: number }
  app.post<{ Body: Next }>('/control/faults/next', { schema: schemas.next }, async (request, reply) => {
    const { provider, fault, count = 1 } = request.body
    simulator.faults.addNext(provider, fault, count)
    return answerControl(simulator, request, reply)
  })
  type OfReference = { provider: Provider; fault: FaultName; reference: string }
  app.post<{ Body: OfReference }>(
    '/control/faults/reference',
    { schema: schemas.reference },
    async (request, reply) => {
      const { provider, fault, reference } = request.body
      simulator.faults.addForReference(provider, reference, fault)
      for (const kind of ['payment', 'consignment'] as const) {
        const begun = simulator.records
          .list(kind)
          .filter((one) => one.provider === provider && one.reference === reference)
        for (const record of begun) {
          record.faults = [...new Set([...record.faults, fault])]
          simulator.records.put(kind, record as never)
        }
      }
      return answerControl(simulator, request, reply)
    },
  )
  app.post('/control/faults/clear', async (request, reply) => {
    simulator.faults.clear()
    return answerControl(simulator, request, reply)
  })
  app.post('/control/reset', async (request, reply) => {
    simulator.faults.clear()
    simulator.records.clear()
    return answerControl(simulator, request, reply)
  })
  app.post<{ Body: { advanceSeconds: number } }>(
    '/control/clock',
    { schema: schemas.clock },
    async (request, reply) => {
      simulator.clock.advance(request.body.advanceSeconds * 1_000)
      return answerControl(simulator, request, reply)
    },
  )
  app.post<{ Params: { id: string } }>('/control/callbacks/:id/send', async (request, reply) => {
    if (!simulator.callbacks.hasten(request.params.id)) return reply.code(404).send({ message: 'No such callback.' })
    return answerControl(simulator, request, reply)
  })
}

function registerPaymentControls(app: FastifyInstance, simulator: Simulator, checkouts: readonly Checkout[]): void {
  type Decide = {
    Params: { id: string }
    Body: { choice: 'pay' | 'fail' | 'cancel'; payer?: string; faults?: FaultName[] }
  }
  app.post<Decide>('/control/payments/:id/decide', { schema: schemas.decision }, async ({ params, body }, reply) => {
    const payment = simulator.records.find('payment', params.id)
    const checkout = checkouts.find((one) => one.provider === payment?.provider)
    if (payment === null || checkout === undefined) return reply.code(404).send({ message: 'No such payment.' })
    const { choice, payer = '01712345678', faults = [] } = body
    await decideOnce(simulator, checkout, payment, { choice, payer, faults, months: '0' })
    return { payment, back: checkout.comeBack(payment) }
  })
  app.post<{ Params: { id: string; refund: string }; Body: { state: 'refunded' | 'cancelled' } }>(
    '/control/payments/:id/refunds/:refund',
    { schema: schemas.refund },
    async (request, reply) => {
      const payment = simulator.records.find('payment', request.params.id)
      const refund = payment?.refunds.find(({ id }) => id === request.params.refund)
      if (payment === null || refund === undefined) return reply.code(404).send({ message: 'No such refund.' })
      refund.state = request.body.state
      refund.doneAt = simulator.clock.now()
      simulator.records.put('payment', payment)
      return answerControl(simulator, request, reply)
    },
  )
}
