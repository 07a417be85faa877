import type { ProductCard as Card } from '@dhakacart/contract/catalogue.schema.ts'
import { links } from '../links.ts'
import type { Shop } from '../shop.ts'
import { Price, savedPercent } from './price.tsx'
import { ProductPicture } from './product-picture.tsx'

type Props = { shop: Shop; card: Card; isFirst?: boolean }

/** A product in a list. The whole card leads to it, by one link whose name is the product's. */
export function ProductCard({ shop, card, isFirst = false }: Props) {
  const texts = shop.texts.product
  const percent = savedPercent(card.pricePaisa, card.compareAtPaisa)
  return (
    <li className={card.isInStock ? 'card' : 'card card-gone'}>
      <div className="card-picture">
        <ProductPicture pictureId={card.pictureId} alt="" size="card" isFirst={isFirst} />
        {percent > 0 && <span className="badge badge-offer">{texts.savePercent(shop.number(percent))}</span>}
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
      <Price
        shop={shop}
        pricePaisa={card.pricePaisa}
        compareAtPaisa={card.compareAtPaisa}
        isFrom={card.hasSeveralPrices}
      />
      {!card.isInStock && <p className="stock stock-gone">{texts.soldOut}</p>}
    </li>
  )
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
