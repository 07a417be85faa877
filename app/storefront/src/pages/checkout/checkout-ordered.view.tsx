import type { CartOrder } from '@dhakacart/contract/orders.schema.ts'
import { Icon } from '../../components/icon.tsx'
import { OrderedBeforeLink, orderedBeforeText } from '../../components/ordered-before.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** The cart was ordered before: nothing more is ordered, and where to look. `ordered` null: it was long ago. */
export function CheckoutOrderedView({ shop, ordered }: { shop: Shop; ordered: CartOrder | null }) {
  const { checkout: texts } = shop.texts
  return (
    <div className="width message">
      <Icon name={ordered !== null && ordered.holdExpiresAt !== null ? 'clock' : 'check'} className="message-icon" />
      <h1>{texts.orderedTitle}</h1>
      <p>{ordered === null ? texts.orderedText : orderedBeforeText(shop, ordered)}</p>
      <p className="message-ways">
        {ordered === null ? (
          <a className="button" href={links.track(shop.language)}>
            {texts.trackIt}
          </a>
        ) : (
          <OrderedBeforeLink shop={shop} order={ordered} />
        )}
        <a className="button button-quiet" href={links.cart(shop.language)}>
          {texts.toCart}
        </a>
      </p>
    </div>
  )
}
