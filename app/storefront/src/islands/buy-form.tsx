import { ApiError } from '@dhakacart/contract/client.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { type SubmitEvent, useRef, useState } from 'react'
import { callApi } from '../browser/api.ts'
import { addCartLine } from '../browser/api-routes.ts'
import { cartChanged } from '../browser/cart-count.ts'
import { SaleSwitch } from '../components/sale-switch.tsx'
import { quantityMax, readQuantity } from '../form-values.ts'
import { links } from '../links.ts'
import type { PanelVariant, ProductPanelProps } from './product-panel.tsx'

type State = 'ready' | 'adding' | 'added' | { error: string }

/** A plain form to the cart page that, once awake, adds without leaving the page. */
export function BuyForm({ language, variant, texts, errors }: ProductPanelProps & { variant: PanelVariant }) {
  const [state, setState] = useState<State>('ready')
  const [quantity, setQuantity] = useState(1)
  // One key per press, kept while the same press is repeated, so that a lost answer does not add twice.
  const key = useRef<string | null>(null)
  const isGone = variant.availability === 'sold_out'

  async function add(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state === 'adding') return
    setState('adding')
    key.current ??= crypto.randomUUID()
    try {
      const body = { variantId: variant.id, quantity }
      const answer = await callApi(addCartLine, { body, headers: { 'idempotency-key': key.current } })
      key.current = null
      dispatchEvent(new CustomEvent(cartChanged, { detail: answer.body.itemCount }))
      setState('added')
    } catch (error) {
      // An answer decides the key; without one the next press must be the same write again.
      if (error instanceof ApiError) key.current = null
      setState({ error: errorText(error, errors) })
    }
  }

  return (
    <form className="buy-form" method="post" action={links.addToCart(language)} onSubmit={add} id="buy">
      <input type="hidden" name="variant" value={variant.id} />
      <Quantity language={language} quantity={quantity} onChange={setQuantity} texts={texts} />
      <div className="buy-bar">
        <BarPrice variant={variant} language={language} />
        <button className="button button-buy" type="submit" disabled={isGone} aria-busy={state === 'adding'}>
          {isGone ? texts.soldOut : state === 'adding' ? texts.adding : texts.addToCart}
        </button>
      </div>
      {isGone && <p className="note">{texts.soldOutText}</p>}
      <p className="buy-outcome" role="status">
        {state === 'added' && (
          <>
            {texts.added} <a href={links.cart(language)}>{texts.viewCart}</a>
          </>
        )}
        {typeof state === 'object' && <span className="problem">{state.error}</span>}
      </p>
    </form>
  )
}

/** The price beside the button on a phone. */
function BarPrice({ variant, language }: Pick<ProductPanelProps, 'language'> & { variant: PanelVariant }) {
  const { sale, pricePaisa } = variant
  const price = (paisa: number) => <strong>{formatTaka(paisa, language)}</strong>
  if (sale === null || sale.state === 'sold_out') return price(pricePaisa)
  return <SaleSwitch sale={sale} outside={price(sale.usualPricePaisa)} inside={price(sale.pricePaisa)} />
}

function errorText(error: unknown, errors: ProductPanelProps['errors']): string {
  const code = error instanceof ApiError ? error.code : 'TOO_BUSY'
  return errors[code as keyof typeof errors] ?? errors.GENERAL
}

type QuantityProps = Pick<ProductPanelProps, 'language'> & {
  quantity: number
  onChange: (quantity: number) => void
  texts: Pick<ProductPanelProps['texts'], 'quantity' | 'fewer' | 'more'>
}

/** A number that can be typed in either script, and where scripts run a button for one less and one more. */
function Quantity({ language, quantity, onChange, texts }: QuantityProps) {
  const [typed, setTyped] = useState(formatNumber(quantity, language))
  const set = (value: number) => {
    setTyped(formatNumber(value, language))
    onChange(value)
  }
  const type = (text: string) => {
    setTyped(text)
    const value = readQuantity(text)
    if (value !== null) onChange(value)
  }
  return (
    <div className="quantity">
      <button type="button" aria-label={texts.fewer} disabled={quantity <= 1} onClick={() => set(quantity - 1)}>
        −
      </button>
      <input
        type="text"
        inputMode="numeric"
        name="quantity"
        required
        maxLength={2}
        pattern="0?[1-9]|[1-9][0-9]|০?[১-৯]|[১-৯][০-৯]"
        autoComplete="off"
        value={typed}
        aria-label={texts.quantity}
        onChange={(event) => type(event.target.value)}
        onBlur={() => set(quantity)}
      />
      <button
        type="button"
        aria-label={texts.more}
        disabled={quantity >= quantityMax}
        onClick={() => set(quantity + 1)}
      >
        +
      </button>
    </div>
  )
}
