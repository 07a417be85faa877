import { formatDateTime } from '@dhakacart/contract/dates.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { type KeyboardEvent, type SubmitEvent, useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { ProductPicture } from '../components/product-picture.tsx'
import { quantityMax, readQuantity } from '../form-values.ts'
import { links } from '../links.ts'
import type { BoardLine, CartBoardProps } from './cart-board.tsx'

type LineProps = Pick<CartBoardProps, 'language' | 'texts'> & {
  line: BoardLine
  onQuantity: (quantity: number) => void
  onRemove: () => void
}

/** One product of the cart: two plain forms (quantity, remove) that act in place once awake. */
export function CartLineItem(props: LineProps) {
  const { language, line, texts, onRemove } = props
  const path = links.product(language, line.productSlug, line.sku)
  return (
    <li className="cart-line">
      <div className="cart-picture">
        <ProductPicture pictureId={line.pictureId} alt="" size="thumb" />
      </div>
      <div className="cart-what">
        <h2>
          <a href={path}>{line.name}</a>
        </h2>
        {line.options !== '' && <p className="cart-options">{line.options}</p>}
        <Notices {...props} />
      </div>
      <div className="cart-money">
        <strong>{formatTaka(line.unitPricePaisa * line.quantity, language)}</strong>
        {isAtSalePrice(line) && <s>{formatTaka((line.sale?.usualPricePaisa ?? 0) * line.quantity, language)}</s>}
        {line.quantity > 1 && <small>{texts.each.replace('{price}', formatTaka(line.unitPricePaisa, language))}</small>}
      </div>
      <QuantityForm {...props} key={line.quantity} />
      <form
        className="cart-remove"
        method="post"
        action={links.removeCartLine(language, line.variantId)}
        onSubmit={(event) => {
          event.preventDefault()
          onRemove()
        }}
      >
        <input type="hidden" name="quantity" value={line.quantity} />
        <button className="link-button" type="submit" aria-label={texts.removeName.replace('{name}', line.name)}>
          <Icon name="trash" />
          <span>{texts.remove}</span>
        </button>
      </form>
    </li>
  )
}

/** A price that changed since the product was added, and stock that no longer suffices. */
function Notices(props: LineProps) {
  const { language, line, texts } = props
  const { unitPricePaisa, addedPricePaisa, availableUnits, quantity } = line
  const priceText = unitPricePaisa > addedPricePaisa ? texts.priceRose : texts.priceFell
  const units = formatNumber(Math.min(availableUnits, quantityMax), language)
  return (
    <>
      {unitPricePaisa !== addedPricePaisa && (
        <p className={unitPricePaisa > addedPricePaisa ? 'notice' : 'notice notice-good'}>
          {priceText
            .replace('{was}', formatTaka(addedPricePaisa, language))
            .replace('{now}', formatTaka(unitPricePaisa, language))}
        </p>
      )}
      {availableUnits === 0 && <p className="notice notice-stop">{texts.soldOut}</p>}
      {availableUnits > 0 && availableUnits < quantity && (
        <TakeFewer {...props} isStopped text={texts.onlyLeft.replace('{units}', units)} quantity={availableUnits} />
      )}
      <SaleNotices {...props} />
    </>
  )
}

function isAtSalePrice({ sale, unitPricePaisa }: BoardLine): boolean {
  return sale !== null && unitPricePaisa === sale.pricePaisa
}

/** Until when the price of a sale holds, and what its allotment or its limit leave of the line. */
function SaleNotices(props: LineProps) {
  const { language, line, texts } = props
  const { sale, quantity } = line
  if (sale === null) return null
  const { unitsLeft, limitPerCustomer: limit } = sale
  const isAtPrice = isAtSalePrice(line)
  const isBeyondLimit = isAtPrice && limit !== null && limit < quantity
  const leftText = texts.saleLeft
    .replace('{price}', formatTaka(sale.pricePaisa, language))
    .replace('{units}', formatNumber(unitsLeft, language))
  return (
    <>
      {isAtPrice && !isBeyondLimit && (
        <p className="notice notice-good">{texts.saleUntil.replace('{time}', formatDateTime(sale.endsAt, language))}</p>
      )}
      {!isAtPrice && unitsLeft > 0 && unitsLeft < quantity && (
        <TakeFewer {...props} text={leftText} quantity={unitsLeft} />
      )}
      {isBeyondLimit && (
        <TakeFewer
          {...props}
          isStopped
          text={texts.saleLimit.replace('{units}', formatNumber(limit, language))}
          quantity={limit}
        />
      )}
    </>
  )
}

type TakeFewerProps = LineProps & { text: string; quantity: number; isStopped?: boolean }

/** Offers to lower the quantity to what can be had; `isStopped`: otherwise the line cannot be ordered. */
function TakeFewer({ language, line, texts, onQuantity, text, quantity, isStopped = false }: TakeFewerProps) {
  return (
    <form
      className={isStopped ? 'notice notice-stop' : 'notice'}
      method="post"
      action={links.cartLine(language, line.variantId)}
      onSubmit={(event) => {
        event.preventDefault()
        onQuantity(quantity)
      }}
    >
      {text}
      <input type="hidden" name="quantity" value={quantity} />
      <button className="link-button" type="submit">
        {texts.takeLeft.replace('{units}', formatNumber(quantity, language))}
      </button>
    </form>
  )
}

/** −, a number that can be typed in either script, +. Without our script: the number and its button. */
function QuantityForm({ language, line, texts, onQuantity }: LineProps) {
  const shown = formatNumber(line.quantity, language)
  const [typed, setTyped] = useState(shown)
  const commit = () => {
    const quantity = readQuantity(typed)
    if (quantity === null) setTyped(shown)
    else if (quantity !== line.quantity) onQuantity(quantity)
  }
  const onSubmit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    commit()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped(shown)
  }
  return (
    <form className="cart-quantity" method="post" action={links.cartLine(language, line.variantId)} onSubmit={onSubmit}>
      <div className="quantity">
        <button
          className="with-script"
          type="button"
          aria-label={texts.fewer.replace('{name}', line.name)}
          disabled={line.quantity <= 1}
          onClick={() => onQuantity(line.quantity - 1)}
        >
          −
        </button>
        <input
          type="text"
          inputMode="numeric"
          name="quantity"
          maxLength={2}
          pattern="[0-9০-৯]{1,2}"
          autoComplete="off"
          value={typed}
          aria-label={texts.quantityOf.replace('{name}', line.name)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
        <button
          className="with-script"
          type="button"
          aria-label={texts.more.replace('{name}', line.name)}
          disabled={line.quantity >= quantityMax}
          onClick={() => onQuantity(line.quantity + 1)}
        >
          +
        </button>
      </div>
      <button className="button button-quiet button-small without-script" type="submit">
        {texts.update}
      </button>
    </form>
  )
}
