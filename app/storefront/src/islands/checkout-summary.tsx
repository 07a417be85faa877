import { formatNumber } from '@dhakacart/contract/digits.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { Icon } from '../components/icon.tsx'
import { ProductPicture } from '../components/product-picture.tsx'
import { links } from '../links.ts'
import type { CheckoutFormProps, Sending } from './checkout-form.tsx'
import type { Delivery } from './use-delivery.ts'

type Props = CheckoutFormProps & { delivery: Delivery; isAwake: boolean; sending: Sending }

/** What is ordered, what it costs with delivery, and the button. */
export function CheckoutSummary(props: Props) {
  const { language, lines, texts } = props
  return (
    <section className="panel checkout-summary" aria-labelledby="your-order">
      <div className="panel-head">
        <h2 id="your-order">{texts.yourOrder}</h2>
        <a href={links.cart(language)}>{texts.changeCart}</a>
      </div>
      <ul className="small-lines">
        {lines.map((line) => (
          <li key={line.seen}>
            <ProductPicture pictureId={line.pictureId} alt="" size="thumb" />
            <div>
              <p>{line.name}</p>
              <small>
                {line.options !== '' && `${line.options} · `}
                {texts.units.replace('{count}', formatNumber(line.quantity, language))}
              </small>
            </div>
            <span>{formatTaka(line.linePaisa, language)}</span>
          </li>
        ))}
      </ul>
      <Amounts {...props} />
      <PlaceButton {...props} />
      <p className="fine-print">
        {texts.withVat} {texts.agree} <a href={links.information(language, 'terms')}>{texts.terms}</a>{' '}
        {texts.andReturns} <a href={links.information(language, 'returns')}>{texts.returns}</a>
        {language === 'bn' ? '।' : '.'}
      </p>
    </section>
  )
}

function Amounts({ language, subtotalPaisa, discountPaisa, delivery, texts }: Props) {
  const { quote, isLoading } = delivery
  const open = isLoading ? texts.deliveryLoading : texts.deliveryOpen
  return (
    <div aria-live="polite">
      <dl className="amounts">
        <div>
          <dt>{texts.subtotal}</dt>
          <dd>{formatTaka(subtotalPaisa, language)}</dd>
        </div>
        {discountPaisa > 0 && (
          <div>
            <dt>{texts.discount}</dt>
            <dd>{formatTaka(-discountPaisa, language)}</dd>
          </div>
        )}
        <div>
          <dt>{quote ? texts.deliveryTo.replace('{zone}', quote.zone) : texts.delivery}</dt>
          <dd>{quote ? formatTaka(quote.feePaisa, language) : open}</dd>
        </div>
        {quote && (
          <div className="amounts-total">
            <dt>{texts.total}</dt>
            <dd>{formatTaka(subtotalPaisa + quote.feePaisa - discountPaisa, language)}</dd>
          </div>
        )}
      </dl>
      {quote && (
        <p className="hint">
          <Icon name="truck" />
          {texts.days
            .replace('{min}', formatNumber(quote.daysMin, language))
            .replace('{max}', formatNumber(quote.daysMax, language))}
        </p>
      )}
    </div>
  )
}

/** The one button that orders. Without our script it stands there once the total does. */
function PlaceButton({ language, subtotalPaisa, discountPaisa, delivery, isAwake, sending, texts }: Props) {
  const { quote } = delivery
  if (quote === null && !isAwake) return <p className="hint">{texts.feeFirst}</p>
  const total = quote && formatTaka(subtotalPaisa + quote.feePaisa - discountPaisa, language)
  const text = total === null ? texts.place : texts.placeTotal.replace('{total}', total)
  return (
    <>
      {sending.isLost && (
        <p className="notice notice-stop" role="alert">
          <Icon name="alert" />
          <span>
            {texts.lost} {texts.awaySafe}
          </span>
        </p>
      )}
      <button
        className="button button-buy button-wide"
        type="submit"
        name="step"
        value="order"
        aria-disabled={sending.isSending}
        aria-busy={sending.isSending}
      >
        {sending.isSending ? texts.sending : text}
      </button>
      <p className="hint" role="status">
        {sending.isSlow ? texts.stillSending : quote === null ? texts.feeFirst : ''}
      </p>
    </>
  )
}
