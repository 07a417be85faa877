import type { ProductCard as Card, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import { Breadcrumbs } from '../../components/breadcrumbs.tsx'
import { Icon } from '../../components/icon.tsx'
import { ProductCard } from '../../components/product-card.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { SaleBanner } from './sale-banner.tsx'

type Props = { shop: Shop; shown: readonly { sale: ShopSale; products: readonly Card[] }[] }

/** The sale that is on and the next ones, each with its products. */
export function OffersView({ shop, shown }: Props) {
  const texts = shop.texts.sale
  return (
    <>
      <Breadcrumbs
        shop={shop}
        crumbs={[
          { name: shop.texts.layout.home, path: links.home(shop.language) },
          { name: texts.title, path: links.offers(shop.language) },
        ]}
      />
      <div className="width page-head">
        <h1>{texts.title}</h1>
      </div>
      {shown.length === 0 && (
        <section className="width empty-state">
          <Icon name="clock" />
          <h2>{texts.none}</h2>
          <p>{texts.noneText}</p>
          <a className="button" href={`${links.home(shop.language)}#offers`}>
            {texts.toOffers}
          </a>
        </section>
      )}
      {shown.map(({ sale, products }) => (
        <section key={sale.id} aria-labelledby={`sale-${sale.id}`}>
          <SaleBanner shop={shop} sale={sale} />
          <div className="width row">
            <ul className="grid">
              {products.map((card, index) => (
                <ProductCard key={card.slug} shop={shop} card={card} isFirst={index < 2} isUnderSale />
              ))}
            </ul>
          </div>
        </section>
      ))}
    </>
  )
}
