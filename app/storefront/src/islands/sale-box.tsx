import { formatNumber } from '@dhakacart/contract/digits.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { Countdown, SaleSwitch } from '../components/sale-switch.tsx'
import type { PanelSale, ProductPanelProps } from './product-panel.tsx'

type Props = Pick<ProductPanelProps, 'language' | 'texts'> & { sale: PanelSale }

/** The sale a product is in: its price to come and when, then how long it lasts and how much is left. */
export function SaleBox({ language, sale, texts }: Props) {
  const { name, startsAt, endsAt, startsText, endsText, pricePaisa, limitPerCustomer } = sale
  const priceText = texts.priceFrom.replace('{price}', formatTaka(pricePaisa, language))
  return (
    <SaleSwitch
      sale={sale}
      className="sale-box"
      ahead={
        <>
          <p className="sale-head">
            <strong>{name}</strong>
            <span className="counts">
              {texts.starts} <Countdown until="starts" at={startsAt} />
            </span>
          </p>
          <p>
            <strong>{priceText}</strong>
            <br />
            {texts.startsAt.replace('{time}', startsText)}
          </p>
          <Rules language={language} limit={limitPerCustomer} texts={texts} />
          {sale.hasWaitingRoom && <p className="sale-rule">{texts.room}</p>}
        </>
      }
      inside={
        <>
          <p className="sale-head">
            <strong>{name}</strong>
            <span className="counts">
              {texts.ends} <Countdown until="ends" at={endsAt} />
            </span>
            <span className="counts-not">{texts.endsAt.replace('{time}', endsText)}</span>
          </p>
          <Left language={language} sale={sale} texts={texts} />
          <Rules language={language} limit={limitPerCustomer} texts={texts} />
        </>
      }
    />
  )
}

function Left({ language, sale: { state, soldPercent, unitsLeft }, texts }: Props) {
  // Before the opening nobody knows how fast it will go.
  if (state === 'upcoming' || (soldPercent === 0 && unitsLeft === null)) return null
  const percent = formatNumber(soldPercent, language)
  return (
    <p className="sale-left">
      <progress max={100} value={soldPercent} aria-label={texts.sold.replace('{percent}', percent)} />
      <span>
        {unitsLeft === null
          ? texts.sold.replace('{percent}', percent)
          : texts.saleUnitsLeft.replace('{units}', formatNumber(unitsLeft, language))}
      </span>
    </p>
  )
}

function Rules({ language, limit, texts }: Pick<Props, 'language' | 'texts'> & { limit: number | null }) {
  if (limit === null) return null
  return <p className="sale-rule">{texts.limit.replace('{units}', formatNumber(limit, language))}</p>
}
