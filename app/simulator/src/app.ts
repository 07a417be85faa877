import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { FastifyInstance } from 'fastify'
import { createBkashCheckout, registerBkash } from './bkash/bkash.routes.ts'
import { registerControl } from './control/control.routes.ts'
import { createNagadCheckout, registerNagad } from './nagad/nagad.routes.ts'
import { registerPageFiles } from './pages/page.ts'
import { type Checkout, registerPayPages } from './pages/pay.routes.ts'
import { registerPathao } from './pathao/pathao.routes.ts'
import { createContext, type Simulator, type SimulatorSettings } from './simulator.ts'
import { registerSms } from './sms/sms.routes.ts'
import { createSslcommerzCheckout } from './sslcommerz/checkout.ts'
import { registerSslcommerz } from './sslcommerz/sslcommerz.routes.ts'
import { registerSteadfast } from './steadfast/steadfast.routes.ts'

export type AppSettings = SimulatorSettings & { metrics: Metrics; lifecycle: Lifecycle; release: string }

/** The largest request is a courier's bulk booking of 500 parcels, some 300 kB. */
const bodyLimitBytes = 1024 * 1024

/** Every provider in one server, each below its own path, with the pages of the gateways and the control page. */
export async function createSimulator(settings: AppSettings): Promise<{ app: FastifyInstance; simulator: Simulator }> {
  const stopping = new AbortController()
  const simulator = createContext(settings, stopping.signal)
  const app = createHttpServer({
    log: settings.log,
    metrics: settings.metrics,
    lifecycle: settings.lifecycle,
    release: settings.release,
    bodyLimitBytes,
    clientAddress: (peer) => peer ?? '',
    keepsRequestId: false,
    options: {
      routerOptions: { maxParamLength: 200 },
      // Vendors' requests are judged by their own rules; only the control API is checked by schema, and strictly.
      ajv: { customOptions: { removeAdditional: false } },
      forceCloseConnections: true,
    },
  })
  app.decorateRequest('isTokenLimited', false)
  app.decorateRequest('isTokenExpired', false)
  app.decorateRequest('isListEmpty', false)
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_: unknown, body: string) => Object.fromEntries(new URLSearchParams(body)),
  )
  app.addHook('onClose', async () => {
    stopping.abort()
    await simulator.callbacks.stop()
  })
  const checkouts = [createSslcommerzCheckout(simulator), createBkashCheckout(), createNagadCheckout(simulator)]
  await app.register(async (api) => registerSslcommerz(api, simulator), { prefix: '/sslcommerz' })
  await app.register(async (api) => registerBkash(api, simulator), { prefix: '/bkash' })
  await app.register(async (api) => registerNagad(api, simulator), {
    prefix: '/nagad/remote-payment-gateway-1.0/api/dfs',
  })
  await app.register(async (api) => registerPathao(api, simulator), { prefix: '/pathao/aladdin/api/v1' })
  await app.register(async (api) => registerSteadfast(api, simulator), { prefix: '/steadfast/api/v1' })
  await app.register(async (api) => registerSms(api, simulator))
  for (const checkout of checkouts) await registerPages(app, simulator, checkout)
  registerPageFiles(app)
  await app.register(async (control) => registerControl(control, simulator, checkouts))
  await app.ready()
  return { app, simulator }
}

async function registerPages(app: FastifyInstance, simulator: Simulator, checkout: Checkout): Promise<void> {
  await app.register(async (pages) => registerPayPages(pages, simulator, checkout), { prefix: `/${checkout.provider}` })
}
