import type { CartLine } from '@dhakacart/contract/carts.schema.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { Icon } from '../components/icon.tsx'
import { links } from '../links.ts'
import type { cart as cartTexts } from '../texts/en/cart.ts'
import { CartLineItem } from './cart-lines.tsx'
import { type RemovedLine, useCart } from './use-cart.ts'

export type BoardLine = {
  variantId: number
  productSlug: string
  sku: string
  name: string
  options: string
  pictureId: string | null
  quantity: number
  unitPricePaisa: number
  addedPricePaisa: number
  availableUnits: number
  sale: CartLine['sale']
}

export type CartBoardProps = {
  language: Language
  lines: BoardLine[]
  /** The line that was removed last, so that it can be put back. */
  removed: RemovedLine | null
  /** With `{name}`, `{price}`, … where something goes: functions do not travel in a page. */
  texts: Record<keyof typeof cartTexts, string>
}

/** Everything of the cart that changes: its lines, what was just removed, and the sum. */
export default function CartBoard(props: CartBoardProps) {
  const { language, texts } = props
  const { lines, removed, message, change, remove, putBack } = useCart(props)
  const subtotalPaisa = lines.reduce((sum, line) => sum + line.unitPricePaisa * line.quantity, 0)
  return (
    <>
      <p className="cart-message" role="status">
        {message}
      </p>
      {removed && (
        <form
          className="notice notice-row"
          method="post"
          action={links.addToCart(language)}
          onSubmit={(event) => {
            event.preventDefault()
            void putBack()
          }}
        >
          <span>{texts.removed}</span>
          <input type="hidden" name="variant" value={removed.variantId} />
          <input type="hidden" name="quantity" value={removed.quantity} />
          <button className="link-button" type="submit">
            {texts.undo}
          </button>
        </form>
      )}
      {lines.length === 0 ? (
        <EmptyCart {...props} />
      ) : (
        <div className="cart">
          <section aria-label={texts.lines}>
            <ul className="cart-lines">
              {lines.map((line) => (
                <CartLineItem
                  key={line.variantId}
                  language={language}
                  texts={texts}
                  line={line}
                  onQuantity={(quantity) => void change(line.variantId, quantity)}
                  onRemove={() => void remove(line)}
                />
              ))}
            </ul>
            <a className="link-back" href={links.home(language)}>
              <Icon name="chevron-left" />
              {texts.continueShopping}
            </a>
          </section>
          <Summary {...props} lines={lines} subtotalPaisa={subtotalPaisa} />
        </div>
      )}
    </>
  )
}

function Summary({ language, texts, lines, subtotalPaisa }: CartBoardProps & { subtotalPaisa: number }) {
  const itemCount = lines.reduce((sum, line) => sum + line.quantity, 0)
  return (
    <section className="panel cart-summary" aria-labelledby="summary">
      <h2 id="summary">{texts.summary}</h2>
      <dl className="amounts">
        <div>
          <dt>
            {texts.subtotal} <small>({texts.items.replace('{count}', formatNumber(itemCount, language))})</small>
          </dt>
          <dd>
            <strong>{formatTaka(subtotalPaisa, language)}</strong>
          </dd>
        </div>
        <div>
          <dt>{texts.delivery}</dt>
          <dd>{texts.deliveryLater}</dd>
        </div>
      </dl>
      <a className="button button-buy button-wide" href={links.checkout(language)}>
        {texts.checkout}
      </a>
      <p className="hint">
        <Icon name="cash" />
        {texts.cashOnDelivery}
      </p>
      <p className="hint">
        <Icon name="truck" />
        {texts.deliveryHint}
      </p>
      <p className="hint">
        <Icon name="check" />
        {texts.withVat}
      </p>
    </section>
  )
}

function EmptyCart({ language, texts }: CartBoardProps) {
  return (
    <section className="empty-state">
      <Icon name="cart" />
      <h2>{texts.emptyTitle}</h2>
      <p>{texts.emptyText}</p>
      <a className="button" href={links.home(language)}>
        {texts.toHome}
      </a>
      <a href={links.track(language)}>{texts.trackInstead}</a>
    </section>
  )
}
