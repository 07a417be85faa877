import { Icon } from '../../components/icon.tsx'
import CheckoutForm from '../../islands/checkout-form.tsx'
import { Island } from '../../islands/island.tsx'
import type { Shop } from '../../shop.ts'
import { type CheckoutState, checkoutProps } from './checkout-props.ts'

/** `changes`: what is different from what the shopper saw. `problem`: why the form is shown again. */
export type CheckoutViewProps = { state: CheckoutState; changes: string[]; problem?: string }

/** Checkout as a guest, on one page. */
export function CheckoutView({ shop, state, changes, problem }: CheckoutViewProps & { shop: Shop }) {
  const { checkout: texts } = shop.texts
  return (
    <div className="width checkout-page">
      <h1>{texts.title}</h1>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noAutofocus: after a press that did not order, the reason must be the first thing read.
        <div className="notice notice-stop" role="alert" tabIndex={-1} autoFocus>
          <Icon name="alert" />
          <div>
            <h2>{texts.changedTitle}</h2>
            <ul>
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
            <p>{texts.changedText}</p>
            {state.quote && (
              <button className="button" type="submit" form="checkout" name="step" value="order">
                {texts.placeTotal(shop.money(state.quote.totalPaisa))}
              </button>
            )}
          </div>
        </div>
      )}
      {problem !== undefined && (
        // biome-ignore lint/a11y/noAutofocus: after a press that did not order, the reason must be the first thing read.
        <p className="notice notice-stop" role="alert" tabIndex={-1} autoFocus>
          <Icon name="alert" />
          {problem}
        </p>
      )}
      <Island name="checkout-form" component={CheckoutForm} wake="idle" props={checkoutProps(shop, state)} />
    </div>
  )
}
