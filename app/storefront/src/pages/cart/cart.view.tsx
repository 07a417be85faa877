import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import type { CartOrder } from '@dhakacart/contract/orders.schema.ts'
import type { CartRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import { Icon } from '../../components/icon.tsx'
import { OrderedBeforeLink, orderedBeforeText } from '../../components/ordered-before.tsx'
import { RoomNotice } from '../../components/room-notice.tsx'
import CartBoard from '../../islands/cart-board.tsx'
import { Island } from '../../islands/island.tsx'
import type { Shop } from '../../shop.ts'
import { boardProps, type Removed } from './board-props.ts'
import { CouponPanel } from './coupon.view.tsx'

export type CartViewProps = {
  cart: Cart
  removed: Removed | null
  /** What this browser's cart became; null: nothing. */
  ordered: CartOrder | null
  /** Why what was asked for last was not done. */
  problem?: string
  /** What is wrong with the coupon. */
  couponProblem?: string
  /** The waiting rooms that an order of it leads through. */
  rooms?: readonly CartRoom[]
}

/** The cart. */
export function CartView({
  shop,
  cart,
  removed,
  ordered,
  problem,
  couponProblem,
  rooms = [],
}: CartViewProps & { shop: Shop }) {
  return (
    <div className="width cart-page">
      <h1>{shop.texts.cart.title}</h1>
      {problem !== undefined && (
        <p className="notice notice-stop" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      {rooms
        .filter(({ passEndsAt }) => passEndsAt === null)
        .map(({ saleId, name }) => (
          <RoomNotice
            key={saleId}
            shop={shop}
            saleId={saleId}
            text={shop.texts.waitingRoom.cartNotice(shop.pick(name))}
          />
        ))}
      {ordered !== null && (
        <section className={ordered.holdExpiresAt === null ? 'notice notice-good' : 'notice'} aria-labelledby="ordered">
          <Icon name={ordered.holdExpiresAt === null ? 'check' : 'clock'} />
          <div>
            <h2 id="ordered">{shop.texts.orderedBefore.title}</h2>
            <p>{orderedBeforeText(shop, ordered)}</p>
            <OrderedBeforeLink shop={shop} order={ordered} />
          </div>
        </section>
      )}
      <Island name="cart-board" component={CartBoard} wake="idle" props={boardProps(shop, cart, removed)} />
      {cart.lines.length > 0 && <CouponPanel shop={shop} cart={cart} problem={couponProblem} />}
    </div>
  )
}
