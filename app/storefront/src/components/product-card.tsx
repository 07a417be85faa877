import type { ProductCard as Card } from '@dhakacart/contract/catalogue.schema.ts'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import { links } from '../links.ts'
import type { Shop } from '../shop.ts'
import { Price, savedPercent } from './price.tsx'
import { ProductPicture } from './product-picture.tsx'
import { SaleSwitch } from './sale-switch.tsx'

type Props = {
  shop: Shop
  card: Card
  isFirst?: boolean
  /** true: what stands above the card says when its sale begins. */
  isUnderSale?: boolean
}

/** A product in a list. The whole card leads to it, by one link whose name is the product's. */
export function ProductCard({ shop, card, isFirst = false, isUnderSale = false }: Props) {
  const texts = shop.texts.product
  return (
    <li className={card.isInStock ? 'card' : 'card card-gone'}>
      <div className="card-picture">
        <ProductPicture pictureId={card.pictureId} alt="" size="card" isFirst={isFirst} />
        <CardBadge shop={shop} card={card} />
      </div>
      <p className="card-brand">
        <span>{card.brand.name}</span>
        <span className={card.isOfficial ? 'label label-official' : 'label'}>
          {card.isOfficial ? texts.official : texts.unofficial}
        </span>
      </p>
      <h3>
        <a href={links.product(shop.language, card.slug)}>{shop.pick(card.name)}</a>
      </h3>
      <CardPrice shop={shop} card={card} isUnderSale={isUnderSale} />
      {!card.isInStock && <p className="stock stock-gone">{texts.soldOut}</p>}
    </li>
  )
}

/** The price, and in or before a sale both of them: the clock shows the one that holds. */
function CardPrice({ shop, card, isUnderSale = false }: Props) {
  const { sale, pricePaisa, compareAtPaisa, hasSeveralPrices } = card
  const usual = (paisa: number, strikePaisa: number | null) => (
    <Price shop={shop} pricePaisa={paisa} compareAtPaisa={strikePaisa} isFrom={hasSeveralPrices} />
  )
  if (sale === null || sale.state === 'sold_out') return usual(pricePaisa, compareAtPaisa)
  const texts = shop.texts.sale
  const money = shop.money(sale.pricePaisa)
  return (
    <SaleSwitch
      sale={sale}
      ahead={
        <>
          {usual(pricePaisa, compareAtPaisa)}
          <p className="card-sale">
            {isUnderSale ? texts.cardThen(money) : texts.cardFrom(money, formatDateTime(sale.startsAt, shop.language))}
          </p>
        </>
      }
      outside={usual(sale.usualPricePaisa, null)}
      inside={usual(sale.pricePaisa, sale.usualPricePaisa)}
    />
  )
}

function CardBadge({ shop, card: { sale, pricePaisa, compareAtPaisa } }: Props) {
  const badge = (percent: number) =>
    percent > 0 && <span className="badge badge-offer">{shop.texts.product.savePercent(shop.number(percent))}</span>
  const outside = badge(savedPercent(pricePaisa, compareAtPaisa))
  if (sale === null || sale.state === 'sold_out') return outside
  const inside = badge(savedPercent(sale.pricePaisa, sale.usualPricePaisa))
  return <SaleSwitch sale={sale} outside={sale.state === 'running' ? null : outside} inside={inside} />
}

/** A row of products under a heading: a strip to swipe on a phone, a grid on a wide screen. */
export function ProductRow({
  shop,
  id,
  title,
  cards,
}: {
  shop: Shop
  id: string
  title: string
  cards: readonly Card[]
}) {
  if (cards.length === 0) return null
  return (
    <section className="width row" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="strip-list">
        {cards.map((card) => (
          <ProductCard key={card.slug} shop={shop} card={card} />
        ))}
      </ul>
    </section>
  )
}
