import { Icon } from '../../components/icon.tsx'
import CheckoutForm from '../../islands/checkout-form.tsx'
import { Island } from '../../islands/island.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { type CheckoutState, checkoutProps } from './checkout-props.ts'
import type { KnownShopper } from './known-shopper.ts'

/**
 * `changes`: what is different from what the shopper saw. `problem`: why the form is shown again. `known`: who is signed in, null for
 * a guest, absent where it no longer matters.
 */
export type CheckoutViewProps = {
  state: CheckoutState
  changes: string[]
  known?: KnownShopper | null
  problem?: string
  roomSaleId?: number
}

/** Checkout on one page, as a guest or signed in. */
export function CheckoutView({ shop, state, changes, known, problem, roomSaleId }: CheckoutViewProps & { shop: Shop }) {
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
          {roomSaleId !== undefined && (
            <a href={links.waitingRoom(shop.language, roomSaleId)}>{shop.texts.waitingRoom.toRoom}</a>
          )}
        </p>
      )}
      {known !== undefined && <WhoIsHere shop={shop} known={known} />}
      <Island name="checkout-form" component={CheckoutForm} wake="touch" props={checkoutProps(shop, state)} />
    </div>
  )
}

/** A guest may sign in, whoever is signed in may choose among their addresses; nobody has to. */
function WhoIsHere({ shop, known }: { shop: Shop; known: KnownShopper | null }) {
  const { language, texts: all } = shop
  const texts = all.account
  if (known === null) {
    return (
      <p className="account-ways">
        <a href={links.signIn(language, 'checkout')}>{texts.haveAccount}</a>
      </p>
    )
  }
  return (
    <>
      <p className="hint">{texts.signedInAs(known.name)}</p>
      {known.addresses.length > 1 && (
        <nav className="address-choice pills" aria-label={texts.deliverTo}>
          <span>{texts.deliverTo}</span>
          {known.addresses.map((address) => (
            <a
              key={address.id}
              href={links.checkoutWith(language, address.id)}
              {...(address.id === known.chosenId && { 'aria-current': 'true' as const })}
            >
              {address.recipientName}, {shop.pick(address.upazila)}
            </a>
          ))}
        </nav>
      )}
    </>
  )
}
