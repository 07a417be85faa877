import type { Cart } from '@dhakacart/contract/carts.schema.ts'
import { Field } from '../../components/field.tsx'
import { errorText } from '../../error-text.ts'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** The coupon of the cart, or the field to enter one: plain forms, so it works without our script. */
export function CouponPanel({ shop, cart, problem }: { shop: Shop; cart: Cart; problem?: string | undefined }) {
  const { coupon: texts } = shop.texts
  const { coupon } = cart
  return (
    <section className="panel cart-coupon" aria-labelledby="coupon-title">
      <h2 id="coupon-title">{texts.title}</h2>
      {coupon === null ? (
        <form method="post" action={links.enterCoupon(shop.language)}>
          <Field name="coupon" label={texts.label} error={problem}>
            {(described) => (
              <input
                {...described}
                type="text"
                autoComplete="off"
                autoCapitalize="characters"
                required
                maxLength={40}
              />
            )}
          </Field>
          <button className="button button-quiet" type="submit">
            {texts.enter}
          </button>
        </form>
      ) : (
        <form method="post" action={links.removeCoupon(shop.language)}>
          {coupon.problem === null ? (
            <p>{texts.off(coupon.code, shop.money(coupon.discountPaisa))}</p>
          ) : (
            <p className="field-problem">
              {coupon.code}: {errorText(shop, coupon.problem)}
            </p>
          )}
          <button className="link-button" type="submit">
            {texts.remove}
          </button>
          <p className="hint">{texts.hint}</p>
        </form>
      )}
    </section>
  )
}
