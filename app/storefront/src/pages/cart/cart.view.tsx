import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import { Icon } from '../../components/icon.tsx'
import CartBoard from '../../islands/cart-board.tsx'
import { Island } from '../../islands/island.tsx'
import type { Shop } from '../../shop.ts'
import { boardProps, type Removed } from './board-props.ts'
import { CouponPanel } from './coupon.view.tsx'

/** `problem`: why what was asked for last was not done; `couponProblem`: what is wrong with the coupon. */
export type CartViewProps = { cart: Cart; removed: Removed | null; problem?: string; couponProblem?: string }

/** The cart. */
export function CartView({ shop, cart, removed, problem, couponProblem }: CartViewProps & { shop: Shop }) {
  return (
    <div className="width cart-page">
      <h1>{shop.texts.cart.title}</h1>
      {problem !== undefined && (
        <p className="notice notice-stop" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      <Island name="cart-board" component={CartBoard} wake="idle" props={boardProps(shop, cart, removed)} />
      {cart.lines.length > 0 && <CouponPanel shop={shop} cart={cart} problem={couponProblem} />}
    </div>
  )
}
