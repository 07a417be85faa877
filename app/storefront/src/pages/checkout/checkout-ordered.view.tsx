import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** The cart was ordered before, with other details than these: nothing more is ordered, and where to look. */
export function CheckoutOrderedView({ shop }: { shop: Shop }) {
  const { checkout: texts } = shop.texts
  return (
    <div className="width message">
      <Icon name="check" className="message-icon" />
      <h1>{texts.orderedTitle}</h1>
      <p>{texts.orderedText}</p>
      <p className="message-ways">
        <a className="button" href={links.track(shop.language)}>
          {texts.trackIt}
        </a>
        <a className="button button-quiet" href={links.cart(shop.language)}>
          {texts.toCart}
        </a>
      </p>
    </div>
  )
}
