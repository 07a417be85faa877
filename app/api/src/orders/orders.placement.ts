import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import { inTransaction, violatedConstraint } from '@dhakacart/database/transaction.ts'
import { type Outcome, unwrap } from '../batches/batcher.ts'
import { noTurn, type Turn } from '../batches/turns.ts'
import * as carts from '../carts/carts.service.ts'
import { insertClaims } from '../coupons/coupons.service.ts'
import { findPlaces } from '../delivery/places.repository.ts'
import { CartNotFound, CartOrdered, IdempotencyKeyReused, IdempotencyKeyUnknown, PlaceNotFound } from '../errors.ts'
import type { NewJob } from '../jobs/jobs.repository.ts'
import { promise } from '../jobs/jobs.service.ts'
import { orderMessages } from '../messages/messages.service.ts'
import { claiming } from '../sales/sale-claims.service.ts'
import type { ServiceContext } from '../service-context.ts'
import { takingForOrders } from '../stock/stock.service.ts'
import { insertUses, lockGate, type ShownPass } from '../waiting-room/order-gate.ts'
import type { Rooms } from '../waiting-room/rooms.ts'
import type { OnlineAmounts } from './cod-terms.ts'
import type { OrderRequest } from './order-request.ts'
import { firstCode } from './orders.confirmation.ts'
import { type AcceptedOrder, type AmountsTaken, decideOrder } from './orders.decision.ts'
import { lockCoupons, readCodFacts, readSaleFacts } from './orders.facts.ts'
import * as orders from './orders.repository.ts'
import { composeOrder, toOrder } from './orders.service.ts'

/** A random number that is taken already is drawn again; five in a row would mean that numbers ran out. */
const maxNumberDraws = 5

/** A cart somebody wants to order. */
export type Placement = {
  cartToken: string
  key: string
  request: OrderRequest
  /** Who is signed in; null for a guest. */
  customerId: number | null
  /** Where the request came from: codes are limited per address. */
  clientAddress: string
  /** Passes of waiting rooms that the request showed. */
  passes?: readonly ShownPass[]
}
export type Placed = { token: string; isRepeat: boolean; order: Order }

/**
 * Takes stock and records the order, its ledger rows and its messages in one transaction; prices, fees and stock come from
 * the database, never from the caller. Safe to repeat: the same key and content return the first order.
 * Throws, leaving nothing written: CART_NOT_FOUND, CART_EMPTY, CART_ORDERED, CART_CHANGED, PRICE_CHANGED, DELIVERY_FEE_CHANGED,
 * OUT_OF_STOCK, SALE_LIMIT_REACHED, PHONE_UNCONFIRMED, PLACE_NOT_FOUND, TOO_MANY_OPEN_ORDERS, WAITING_ROOM_PASS_NEEDED, PAYMENT_…_NOT_TAKEN,
 * COUPON_…, IDEMPOTENCY_KEY_UNKNOWN, IDEMPOTENCY_KEY_REUSED.
 */
export async function placeOrder(
  context: ServiceContext,
  cartToken: string,
  key: string,
  request: OrderRequest,
  clientAddress: string,
): Promise<Placed> {
  return unwrap((await placeOrders(context, [{ cartToken, key, request, customerId: null, clientAddress }]))[0])
}

/** What can be paid online now, and the waiting rooms that stand; null: nobody asks for passes. */
type PlacingTerms = { onlineAmounts: OnlineAmounts; amountsTaken: AmountsTaken; rooms: Rooms | null }
/** And the row in which batches of one process come to the stock; absent: nobody else is there. */
type PlacingOptions = Partial<PlacingTerms> & { takeTurn?: () => Turn }

/**
 * Places many orders in one transaction, first come first served: eight round trips however many there are, one more where a
 * variant is in a sale that runs. Each gets its own
 * answer, and what one is refused for touches no other. Every cart at most once. Locks phones that pay on delivery, carts by ascending id, then stock by
 * ascending variant id, as everybody does.
 */
export async function placeOrders(
  context: ServiceContext,
  placements: readonly Placement[],
  { onlineAmounts = [], amountsTaken = new Map(), rooms = null, takeTurn = () => noTurn }: PlacingOptions = {},
): Promise<Outcome<Placed>[]> {
  const turn = takeTurn()
  try {
    // Whoever waits here holds no lock and no connection, so that no two wait for each other.
    await turn.wait()
    for (let draw = 1; ; draw++) {
      try {
        return await inTransaction(context.db, (tx) =>
          placeAll(tx, context, placements, { onlineAmounts, amountsTaken, rooms }, turn),
        )
      } catch (error) {
        if (violatedConstraint(error) !== 'orders_number_key' || draw === maxNumberDraws) throw error
      }
    }
  } finally {
    turn.pass()
  }
}

async function placeAll(
  tx: Tx,
  context: ServiceContext,
  placements: readonly Placement[],
  { onlineAmounts, amountsTaken, rooms }: PlacingTerms,
  turn: Turn,
): Promise<Outcome<Placed>[]> {
  // Phones before carts and carts before stock: everybody locks in this order.
  const cod = await readCodFacts(tx, placements, onlineAmounts)
  const places = await findPlaces(
    tx,
    placements.map(({ request }) => request.upazilaId),
  )
  // The cart's lock puts every request for one cart in a row: the second sees what the first did.
  const locked = await carts.lockByToken(
    tx,
    placements.map(({ cartToken }) => cartToken),
  )
  const earlier = await findEarlier(tx, [...locked.values()])
  const toOrder = placements.flatMap(({ cartToken, key }) => {
    const cart = locked.get(cartToken)
    return cart !== undefined && !cart.isOrdered && cart.orderKey === key ? [cart.id] : []
  })
  const passesOf = new Map(placements.map(({ cartToken, passes = [] }) => [locked.get(cartToken)?.id, passes]))
  const gate = await lockGate(
    tx,
    rooms,
    toOrder.map((cartId) => ({ cartId, passes: passesOf.get(cartId) ?? [] })),
  )
  const coupons = await lockCoupons(tx, [...locked.values()], placements)
  const lines = toOrder.length === 0 ? [] : await carts.lockLinesToOrder(tx, toOrder)
  // It has every lock it needs: the next one may ask for its own while this one is decided, written and committed.
  turn.pass()
  const sales = await readSaleFacts(tx, lines, placements)
  const linesOfCart = Map.groupBy(lines, (line) => line.cartId)
  const available = new Map(lines.map((line) => [line.variantId, line.availableUnits]))
  const decisions = placements.map(({ cartToken, key, request, customerId }) =>
    attempt(() => {
      const cart = locked.get(cartToken)
      if (cart === undefined || (cart.isGone && !cart.isOrdered)) throw new CartNotFound()
      if (cart.isOrdered) return readEarlier(earlier.get(cart.id), key, request)
      if (cart.orderKey !== key) throw new IdempotencyKeyUnknown()
      const place = places.get(request.upazilaId)
      if (place === undefined) throw new PlaceNotFound()
      const passIds = gate.admit(cart.id, passesOf.get(cart.id) ?? [])
      const decided = decideOrder(
        request,
        customerId,
        {
          cart,
          lines: linesOfCart.get(cart.id) ?? [],
          place,
          available,
          cod: cod(request.customerPhone, customerId),
          coupons,
          sales,
          amountsTaken,
        },
        context.randomBytes,
      )
      gate.use(passIds)
      return { ...decided, passIds }
    }),
  )
  const accepted = decisions.flatMap((decision, index) =>
    'value' in decision && isNew(decision.value)
      ? [{ ...decision.value, clientAddress: placements[index]?.clientAddress ?? '' }]
      : [],
  )
  const written = accepted.length === 0 ? new Map<string, orders.WrittenOrder>() : await write(tx, accepted)
  return decisions.map((decision) => {
    if ('error' in decision) return decision
    if (!isNew(decision.value)) return { value: decision.value }
    const moments = written.get(decision.value.order.number)
    if (moments === undefined) throw new Error('an order was not written')
    return {
      value: { token: decision.value.order.token, isRepeat: false, order: composeOrder(decision.value, moments) },
    }
  })
}

/** An accepted order with the passes it uses. */
type Admitted = AcceptedOrder & { passIds: readonly number[] }

function attempt<T>(work: () => T): Outcome<T> {
  try {
    return { value: work() }
  } catch (error) {
    return { error }
  }
}

function isNew(decision: Admitted | Placed): decision is Admitted {
  return 'place' in decision
}

type Earlier = { key: string; requestHash: Buffer; placed: Placed }

/** The orders that were placed from these carts before, by cart. */
async function findEarlier(tx: Tx, locked: readonly carts.LockedCart[]): Promise<Map<number, Earlier>> {
  const ordered = locked.filter((cart) => cart.isOrdered).map((cart) => cart.id)
  if (ordered.length === 0) return new Map()
  const found = await orders.findPlaced(tx, ordered)
  const rows = await orders.readByTokens(
    tx,
    found.map(({ token }) => token),
  )
  const orderOfToken = new Map(rows.map((row) => [row.token, toOrder(row)]))
  return new Map(
    found.flatMap(({ cartId, token, idempotencyKey, requestHash }) => {
      const order = orderOfToken.get(token)
      return order === undefined
        ? []
        : [[cartId, { key: idempotencyKey, requestHash, placed: { token, isRepeat: true, order } }] as const]
    }),
  )
}

/** The cart was ordered before: the same key and content get that order, anything else is refused. */
function readEarlier(earlier: Earlier | undefined, key: string, request: OrderRequest): Placed {
  if (earlier === undefined || earlier.key !== key) throw new CartOrdered()
  if (!earlier.requestHash.equals(request.requestHash)) throw new IdempotencyKeyReused()
  return earlier.placed
}

/** What the customer hears of a new order; one that waits for its payment says so on its page. */
function firstMessages(order: orders.NewOrder, clientAddress: string): NewJob[] {
  if (order.state === 'confirmed') return orderMessages('order-confirmed', order.customerEmail !== null)
  return order.state === 'pending_confirmation' ? [firstCode(order.token, clientAddress)] : []
}

/** Writes all orders with what belongs to them; what became of them by number. */
async function write(
  tx: Tx,
  accepted: readonly (Admitted & { clientAddress: string })[],
): Promise<Map<string, orders.WrittenOrder>> {
  const messages = accepted.flatMap(({ order, clientAddress }) =>
    firstMessages(order, clientAddress).map((job) => ({ ...job, orderNumber: order.number })),
  )
  const takings = accepted.flatMap(({ order, lines }) =>
    lines.map(({ variantId, quantity }) => ({
      orderNumber: order.number,
      variantId,
      quantity,
      effect: order.state === 'confirmed' ? ('sell' as const) : ('hold' as const),
    })),
  )
  const written = await orders.insertOrders(tx, accepted, {
    closing: carts.closing(accepted.map(({ order }) => order.cartId)),
    promise: promise(messages),
    taking: takingForOrders(takings, 'order placed'),
    claiming: claiming(
      accepted.flatMap(({ order, saleClaims }) => saleClaims.map((claim) => ({ ...claim, orderNumber: order.number }))),
    ),
  })
  const claims = accepted.flatMap(({ order, couponId }) =>
    couponId === null ? [] : [{ orderNumber: order.number, couponId, phone: order.customerPhone }],
  )
  if (claims.length > 0) await insertClaims(tx, claims)
  const uses = accepted.flatMap(({ order, passIds }) =>
    passIds.map((passId) => ({ orderNumber: order.number, passId })),
  )
  if (uses.length > 0) await insertUses(tx, uses)
  return new Map(written.map((row) => [row.number, row]))
}
