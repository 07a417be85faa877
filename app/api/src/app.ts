import { randomBytes, randomUUID } from 'node:crypto'
import type { Db } from '@dhakacart/database/connect.ts'
import type { ClientAddress } from '@dhakacart/service-kit/forwarded.ts'
import { createHttpServer } from '@dhakacart/service-kit/http-server.ts'
import type { Lifecycle } from '@dhakacart/service-kit/lifecycle.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { PublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import cookie from '@fastify/cookie'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { registerAccounts } from './accounts/accounts.routes.ts'
import { createCustomerCookies } from './accounts/customer-cookies.ts'
import { createCustomerDoor } from './accounts/customer-door.ts'
import { createRequestCart, type RequestCart } from './accounts/request-cart.ts'
import { registerAddresses } from './addresses/addresses.routes.ts'
import { registerAudit } from './audit/audit.console.ts'
import { registerConsoleCancellations } from './cancellations/cancellations.console.ts'
import { registerCancellations } from './cancellations/cancellations.routes.ts'
import { createCartCookie } from './carts/cart-cookie.ts'
import { registerCarts } from './carts/carts.routes.ts'
import { registerConsoleCatalogue } from './catalogue/catalogue.console.ts'
import { registerCatalogue } from './catalogue/catalogue.routes.ts'
import { type CatalogueService, type CatalogueSettings, createCatalogueService } from './catalogue/catalogue.service.ts'
import { registerChanges } from './changes/changes.routes.ts'
import { registerConsoleCoupons } from './coupons/coupons.console.ts'
import type { Couriers } from './couriers/courier.ts'
import { registerConsoleCouriers } from './couriers/couriers.console.ts'
import { registerCouriers } from './couriers/couriers.routes.ts'
import { registerConsoleCourierPlaces } from './couriers/places.console.ts'
import { registerConsoleSettlements } from './couriers/settlements.console.ts'
import { registerConsoleCustomers } from './customers/customers.console.ts'
import { registerConsoleDelivery } from './delivery/delivery.console.ts'
import { registerDelivery } from './delivery/delivery.routes.ts'
import { answerError, answerNotFound } from './error-answers.ts'
import { refuseForeignWrites } from './foreign-writes.ts'
import { registerImportedOrders } from './imports/imported-orders.console.ts'
import { registerConsoleImports } from './imports/imports.console.ts'
import { registerConsoleInstalments } from './instalments/instalments.console.ts'
import { registerInvoices } from './invoices/invoices.routes.ts'
import { readJsonBodies } from './json-bodies.ts'
import { registerMachines } from './machines/machines.routes.ts'
import { registerMailbox } from './mailbox/mailbox.routes.ts'
import { registerConsoleMessages } from './messages/messages.console.ts'
import { registerOpenApi } from './openapi.ts'
import { registerConsoleOrders } from './orders/orders.console.ts'
import { createPatience, type Patience } from './orders/orders.patience.ts'
import { registerOrders } from './orders/orders.routes.ts'
import { registerAdmission } from './overload/admission.ts'
import { registerOverview } from './overview/overview.console.ts'
import type { PaymentContext } from './payments/payment-context.ts'
import { registerConsolePayments } from './payments/payments.console.ts'
import { registerPayments } from './payments/payments.routes.ts'
import { amountsTaken, type PaymentProviders } from './payments/providers/provider.ts'
import { createDatabasePictureStore } from './pictures/database-picture-store.ts'
import type { PictureStore } from './pictures/picture-store.ts'
import { registerConsolePictures } from './pictures/pictures.console.ts'
import { registerPictures } from './pictures/pictures.routes.ts'
import { createPictureService } from './pictures/pictures.service.ts'
import { registerClients } from './rate-limits/clients.routes.ts'
import { limitRequests, noLimits, type RateLimitSettings, type RequestLimits } from './rate-limits/limit-requests.ts'
import { registerConsoleReceivables } from './receivables/receivables.console.ts'
import { registerConsoleReconciliation } from './reconciliation/reconciliation.console.ts'
import { registerConsoleStatements } from './reconciliation/statements.console.ts'
import { registerConsoleReturns } from './returns/returns.console.ts'
import { registerReturns } from './returns/returns.routes.ts'
import { keepWarm } from './sales/sale-warming.ts'
import { registerConsoleSales } from './sales/sales.console.ts'
import { registerSearch } from './search/search.routes.ts'
import { createSearchService, type SearchService } from './search/search.service.ts'
import { serializerCompiler } from './serialization.ts'
import type { ServiceContext } from './service-context.ts'
import { registerConsoleSettings } from './settings/settings.console.ts'
import type { SecretBox } from './staff/secret-box.ts'
import { registerOwnAccount, registerStaffAccounts } from './staff/staff.console.ts'
import { createStaffDoor, type StaffDoor } from './staff/staff-door.ts'
import { registerStaffSignIn } from './staff/staff-sign-in.routes.ts'
import { registerConsoleStock } from './stock/stock.console.ts'
import { validatorCompiler } from './validation.ts'
import { runRooms } from './waiting-room/admission.service.ts'
import { createCheckoutMeter } from './waiting-room/checkout-meter.ts'
import { createRoomCookies } from './waiting-room/room-cookies.ts'
import { createRooms } from './waiting-room/rooms.ts'
import type { TicketSigner } from './waiting-room/ticket-signer.ts'
import { registerConsoleRooms } from './waiting-room/waiting-room.console.ts'
import { registerWaitingRooms } from './waiting-room/waiting-room.routes.ts'
import { startLoops } from './worker-loops.ts'

export type ApiSettings = {
  db: Db
  publicOrigin: PublicOrigin
  /** Where staff pages live when they have a host of their own; the shop's origin when absent. */
  consoleOrigin?: PublicOrigin
  clientAddress: ClientAddress
  release: string
  log: Log
  metrics: Metrics
  lifecycle: Lifecycle
  /** Seals what staff sign in with. */
  staffSecrets: SecretBox
  /** Signs tickets and passes of waiting rooms. */
  tickets: TicketSigner
  /** PostgreSQL when absent. */
  pictureStore?: PictureStore
  /** Ways to pay online; none when absent. */
  paymentProviders?: PaymentProviders
  /** Couriers that can be booked; none when absent. */
  couriers?: Couriers
  /** How long a person's press waits for a provider; absent: as docs/time-outs.md says. */
  personPatienceMs?: number
  /** Tests shorten how long an order waits for the database, and choose the randomness. */
  patience?: Patience
  /** Hears of every route as it is registered. */
  onRoute?: (route: RouteOptions) => void
  randomBytes?: ServiceContext['randomBytes']
  /** true: listens only when the catalogue was read, so that no shopper waits for that. */
  readsCatalogueFirst?: boolean
  /** Turns requests away while this process is late; absent: never. Tests say how late it is. */
  overload?: { readDelayMs?: () => number }
  /** Refuses what comes faster than from people, in all processes together where there is a cache; absent: nothing. */
  rateLimits?: RateLimitSettings
  /** Milliseconds between two rounds of the waiting rooms; absent: none, and what stands is read whenever it is asked for. */
  roomsEveryMs?: number
  /** Connections of the pool, all of which are opened before a sale starts; absent: nothing is warmed up. */
  poolSize?: number
  /** Tests want to see at once what they wrote. */
  catalogueAge?: Pick<CatalogueSettings, 'maxAgeMs' | 'patienceMs'>
}

/** The largest body a shopper's request needs is an order with 50 lines, under 8 kB. */
const bodyLimitBytes = 64 * 1024

/** The whole api over one database, ready to listen or to be injected into. */
export async function createApi(settings: ApiSettings): Promise<FastifyInstance> {
  const app = createHttpServer({
    log: settings.log,
    metrics: settings.metrics,
    lifecycle: settings.lifecycle,
    release: settings.release,
    bodyLimitBytes,
    clientAddress: settings.clientAddress,
    // Behind the storefront and the gateway: the id a request was given on its way in follows it through the logs.
    keepsRequestId: true,
    options: { routerOptions: { maxParamLength: 200 }, frameworkErrors: answerError },
  })
  if (settings.overload !== undefined) registerAdmission(app, { ...settings, ...settings.overload })
  if (settings.onRoute !== undefined) app.addHook('onRoute', settings.onRoute)
  readJsonBodies(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(answerNotFound)
  const limits =
    settings.rateLimits === undefined ? noLimits : limitRequests(app, settings.metrics, settings.rateLimits)
  await app.register(cookie)
  await registerOpenApi(app, settings)
  const consoleOrigin = settings.consoleOrigin ?? settings.publicOrigin
  refuseForeignWrites(app, { shop: settings.publicOrigin, console: consoleOrigin })
  const catalogue = createCatalogueService({ db: settings.db, log: settings.log, ...settings.catalogueAge })
  const search = createSearchService()
  registerCatalogue(app, catalogue, search)
  registerSearch(app, catalogue, search)
  registerForStorefronts(app, settings.db, limits)
  if (settings.readsCatalogueFirst === true) readCatalogueFirst(app, catalogue, search)
  warmUpForSales(app, settings, catalogue)
  registerDelivery(app, settings.db, catalogue)
  const pictureStore = settings.pictureStore ?? createDatabasePictureStore(settings.db)
  registerPictures(app, createPictureService(settings.db, pictureStore))
  const context: ServiceContext = { db: settings.db, randomBytes: settings.randomBytes ?? randomBytes }
  const cartCookie = createCartCookie(settings.publicOrigin)
  const customerCookies = createCustomerCookies(settings.publicOrigin)
  const customerDoor = createCustomerDoor(settings.db, customerCookies)
  const cart = createRequestCart(context, cartCookie, customerDoor)
  registerCarts(app, { context, cart, door: customerDoor, catalogue })
  const { rooms, roomCookies, meter } = registerRooms(app, settings, context, cart, limits)
  const providers: PaymentProviders = settings.paymentProviders ?? new Map()
  registerOrders(app, {
    context,
    cart,
    door: customerDoor,
    patience: settings.patience ?? createPatience(),
    metrics: settings.metrics,
    isOffered: (method) => method === 'cash_on_delivery' || providers.has(method),
    amountsTaken: amountsTaken(providers),
    rooms,
    roomCookies,
    meter,
  })
  registerAccounts(app, { context, cookies: customerCookies, cartCookie, door: customerDoor, limits })
  registerAddresses(app, context, customerDoor)
  registerReturns(app, settings.db)
  registerCancellations(app, settings.db)
  const staffDoor = createStaffDoor({ db: settings.db, publicOrigin: consoleOrigin })
  const staffContext = { ...context, secrets: settings.staffSecrets }
  registerStaffSignIn(app, staffContext, staffDoor)
  registerOwnAccount(app, staffContext, staffDoor)
  registerStaffAccounts(app, staffContext, staffDoor, consoleOrigin)
  const paymentContext: PaymentContext = { ...context, providers, publicOrigin: settings.publicOrigin }
  registerPayments(app, paymentContext, settings.personPatienceMs)
  registerCouriers(app, settings.db)
  registerConsole(app, settings, staffDoor)
  registerMachines(app, settings.db)
  registerInvoices(app, settings.db, staffDoor)
  registerConsoleMessages(app, settings.db, staffDoor)
  if (settings.publicOrigin.isLoopback) registerMailbox(app, settings.db)
  await app.ready()
  return app
}

/** What storefronts ask for themselves. */
function registerForStorefronts(app: FastifyInstance, db: Db, limits: RequestLimits): void {
  registerChanges(app, db)
  registerClients(app, limits)
}

/** With the database away the first shopper's request tries again. */
function readCatalogueFirst(app: FastifyInstance, catalogue: CatalogueService, search: SearchService): void {
  app.addHook('onReady', async () => {
    await catalogue.current().then(search.indexOf, () => undefined)
  })
}

/** Caches and pool are warm before a sale starts, from now until the api closes. */
function warmUpForSales(app: FastifyInstance, { db, log, poolSize }: ApiSettings, catalogue: CatalogueService): void {
  if (poolSize === undefined) return
  const warming = keepWarm({ db, catalogue, poolSize, log })
  app.addHook('onClose', async () => warming.stop())
}

/** The waiting rooms, and their rounds from when the api is ready until it closes. */
function registerRooms(
  app: FastifyInstance,
  settings: ApiSettings,
  context: ServiceContext,
  cart: RequestCart,
  limits: RequestLimits,
) {
  const { db, publicOrigin, tickets, roomsEveryMs, log } = settings
  const rooms = roomsEveryMs === undefined ? createRooms(db, 0) : createRooms(db)
  const meter = createCheckoutMeter()
  const roomCookies = createRoomCookies(publicOrigin, tickets, rooms.nowMs, context.randomBytes)
  registerWaitingRooms(app, { db, rooms, cookies: roomCookies, cart, limits })
  if (roomsEveryMs !== undefined) {
    const admission = { context, rooms, meter, processId: randomUUID() }
    const round = () => runRooms(admission)
    let loops: ReturnType<typeof startLoops> | undefined
    app.addHook('onReady', async () => {
      loops = startLoops([{ name: 'waiting rooms', idleMs: roomsEveryMs, round }], log)
    })
    app.addHook('onClose', () => loops?.stop())
  }
  return { rooms, roomCookies, meter }
}

/** The pages of staff, feature by feature. */
function registerConsole(app: FastifyInstance, settings: ApiSettings, staffDoor: StaffDoor): void {
  const { db, couriers, personPatienceMs } = settings
  registerAudit(app, db, staffDoor)
  registerConsoleSettings(app, db, staffDoor)
  registerConsoleInstalments(app, db, staffDoor)
  registerConsoleSales(app, db, staffDoor)
  registerConsoleRooms(app, db, staffDoor)
  registerConsoleDelivery(app, db, staffDoor)
  registerConsoleOrders(app, db, staffDoor)
  registerConsoleCustomers(app, db, staffDoor)
  registerConsolePayments(app, db, staffDoor)
  registerConsoleReconciliation(app, db, staffDoor)
  registerConsoleStatements(app, db, staffDoor)
  registerConsoleCatalogue(app, staffDoor, db)
  registerConsoleStock(app, staffDoor, db)
  registerConsolePictures(app, staffDoor, db)
  registerConsoleImports(app, staffDoor, db)
  registerImportedOrders(app, staffDoor, db)
  registerConsoleReturns(app, db, staffDoor)
  registerConsoleCancellations(app, db, staffDoor)
  registerConsoleCouriers(app, db, staffDoor, couriers ?? new Map(), personPatienceMs)
  registerConsoleCourierPlaces(app, db, staffDoor)
  registerConsoleSettlements(app, db, staffDoor)
  registerConsoleReceivables(app, db, staffDoor)
  registerConsoleCoupons(app, db, staffDoor)
  registerOverview(app, db, staffDoor)
}
