import type { SaleOffer, Variant } from '@dhakacart/contract/catalogue.schema.ts'
import { formatNumber } from '@dhakacart/contract/digits.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { type MouseEvent, useState } from 'react'
import { SaleSwitch } from '../components/sale-switch.tsx'
import { links } from '../links.ts'
import { BuyForm } from './buy-form.tsx'
import { Gallery } from './gallery.tsx'
import { SaleBox } from './sale-box.tsx'
import { VariantPicker } from './variant-picker.tsx'

export type PanelOption = { key: string; name: string; value: string; label: string; hex: string | null }
export type PanelSale = Omit<SaleOffer, 'name'> & { name: string; startsText: string; endsText: string }
export type PanelVariant = Omit<Variant, 'options' | 'sale'> & { options: PanelOption[]; sale: PanelSale | null }

type TextName =
  | 'oldPrice'
  | 'save'
  | 'inStock'
  | 'lowStock'
  | 'soldOut'
  | 'soldOutText'
  | 'quantity'
  | 'fewer'
  | 'more'
  | 'addToCart'
  | 'adding'
  | 'added'
  | 'viewCart'
  | 'pictures'
  | 'starts'
  | 'ends'
  | 'startsAt'
  | 'endsAt'
  | 'priceFrom'
  | 'sold'
  | 'saleUnitsLeft'
  | 'gone'
  | 'limit'
  | 'room'
type ErrorName = 'GENERAL' | 'OUT_OF_STOCK' | 'CART_FULL' | 'VARIANT_NOT_FOUND' | 'TOO_BUSY'

export type ProductPanelProps = {
  language: Language
  slug: string
  name: string
  /** Of the variant the page was opened with. */
  sku: string
  /** Besides those of the variants. */
  pictureIds: string[]
  variants: PanelVariant[]
  /** With `{amount}` and `{units}` where a number goes: functions do not travel in a page. */
  texts: Record<TextName, string>
  errors: Record<ErrorName, string>
}

/** Pictures, variants, price and the button. Every choice is a link to the same page with that variant, followed in place once awake. */
export default function ProductPanel(props: ProductPanelProps) {
  const { language, slug, variants, texts } = props
  const [sku, setSku] = useState(props.sku)
  const variant = variants.find((candidate) => candidate.sku === sku) ?? variants[0]
  if (!variant) return null
  const choose = (event: MouseEvent, chosen: PanelVariant) => {
    // A press that opens a new tab is left to the browser.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setSku(chosen.sku)
    history.replaceState(null, '', links.product(language, slug, chosen.sku))
  }
  return (
    <>
      <Gallery {...props} variant={variant} onChoose={choose} />
      <div className="buy">
        <PanelPrice key={variant.sku} language={language} variant={variant} texts={texts} />
        <Stock language={language} variant={variant} texts={texts} />
        <VariantPicker language={language} slug={slug} variants={variants} variant={variant} onChoose={choose} />
        <BuyForm {...props} variant={variant} key={variant.sku} />
      </div>
    </>
  )
}

type PartProps = Pick<ProductPanelProps, 'language' | 'texts'> & { variant: PanelVariant }

/** The price, and what stands around it while a sale is announced or runs. */
function PanelPrice({ language, variant, texts }: PartProps) {
  const { sale, pricePaisa, compareAtPaisa } = variant
  const price = (paisa: number, strikePaisa: number | null) => (
    <Price language={language} pricePaisa={paisa} compareAtPaisa={strikePaisa} texts={texts} />
  )
  if (sale === null) return price(pricePaisa, compareAtPaisa)
  const { state, usualPricePaisa } = sale
  if (state === 'sold_out') {
    return (
      <>
        {price(pricePaisa, compareAtPaisa)}
        <p className="note">{texts.gone}</p>
      </>
    )
  }
  return (
    <>
      <SaleSwitch
        sale={sale}
        outside={price(usualPricePaisa, state === 'upcoming' ? compareAtPaisa : null)}
        inside={price(sale.pricePaisa, usualPricePaisa)}
      />
      <SaleBox language={language} sale={sale} texts={texts} />
    </>
  )
}

type PriceProps = Pick<ProductPanelProps, 'language' | 'texts'> & { pricePaisa: number; compareAtPaisa: number | null }

function Price({ language, pricePaisa, compareAtPaisa, texts }: PriceProps) {
  const isReduced = compareAtPaisa !== null && compareAtPaisa > pricePaisa
  return (
    <p className="price price-large">
      <strong>{formatTaka(pricePaisa, language)}</strong>
      {isReduced && (
        <>
          <s>
            <span className="unseen">{texts.oldPrice} </span>
            {formatTaka(compareAtPaisa, language)}
          </s>
          <span className="badge badge-offer">
            {texts.save.replace('{amount}', formatTaka(compareAtPaisa - pricePaisa, language))}
          </span>
        </>
      )}
    </p>
  )
}

function Stock({ language, variant: { availability, unitsLeft }, texts }: PartProps) {
  if (availability === 'sold_out') return <p className="stock stock-gone">{texts.soldOut}</p>
  if (availability === 'low_stock' && unitsLeft !== null) {
    return <p className="stock stock-low">{texts.lowStock.replace('{units}', formatNumber(unitsLeft, language))}</p>
  }
  return <p className="stock">{texts.inStock}</p>
}
