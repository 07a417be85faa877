import type { Product, Variant } from '@dhakacart/contract/catalogue.schema.ts'
import type { DeliveryEstimate, Division } from '@dhakacart/contract/delivery.schema.ts'
import type { Instalments } from '@dhakacart/contract/payments.schema.ts'
import type { Localised } from '@dhakacart/contract/shapes.ts'
import { Breadcrumbs, type Crumb } from '../../components/breadcrumbs.tsx'
import { Icon } from '../../components/icon.tsx'
import { InstalmentTerms } from '../../components/instalment-terms.tsx'
import { ProductRow } from '../../components/product-card.tsx'
import { RoomNotice } from '../../components/room-notice.tsx'
import DeliveryEstimateBox from '../../islands/delivery-estimate.tsx'
import { Island } from '../../islands/island.tsx'
import ProductPanel from '../../islands/product-panel.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { panelProps } from './panel-props.ts'
import { warrantyText } from './warranty-text.ts'

/** One row on a wide screen. */
const relatedMax = 6

type Props = {
  shop: Shop
  product: Product
  variant: Variant
  crumbs: readonly Crumb[]
  divisions: readonly Division[]
  estimate: { district: { slug: string }; estimates: readonly DeliveryEstimate[] } | null
  instalments: Instalments | null
  /** The waiting room before its orders. */
  room: { saleId: number; name: Localised } | null
}

/** A product: pictures and price first, then what one wants to know before buying. */
export function ProductView({ shop, product, variant, crumbs, divisions, estimate, instalments, room }: Props) {
  const { pick } = shop
  const texts = shop.texts.product
  return (
    <>
      <Breadcrumbs shop={shop} crumbs={crumbs} />
      <article className="width product">
        <header className="product-head">
          <p className="product-brand">
            <a href={links.search(shop.language, { text: product.brand.name })}>{product.brand.name}</a>
            <span className={product.isOfficial ? 'label label-official' : 'label'}>
              {product.isOfficial ? texts.official : texts.unofficial}
            </span>
          </p>
          <h1>{pick(product.name)}</h1>
          <p className="product-model">
            {texts.model}: <span>{product.modelNumber}</span>
          </p>
        </header>
        <Island name="product-panel" component={ProductPanel} wake="touch" props={panelProps(shop, product, variant)} />
        <div className="product-facts">
          {room !== null && (
            <RoomNotice shop={shop} saleId={room.saleId} text={shop.texts.waitingRoom.notice(pick(room.name))} />
          )}
          <Promises shop={shop} product={product} />
          {instalments !== null && variant.pricePaisa >= instalments.minPaisa && (
            <InstalmentTerms shop={shop} instalments={instalments} />
          )}
          <Island
            name="delivery-estimate"
            component={DeliveryEstimateBox}
            wake="touch"
            props={deliveryProps(shop, product, variant, divisions, estimate)}
          />
        </div>
        <div className="product-words">
          <Highlights shop={shop} product={product} />
          <Specifications shop={shop} product={product} />
          <section aria-labelledby="description">
            <h2 id="description">{texts.description}</h2>
            <p>{pick(product.description)}</p>
          </section>
        </div>
      </article>
      <ProductRow shop={shop} id="related" title={texts.related} cards={product.related.slice(0, relatedMax)} />
    </>
  )
}

function deliveryProps(
  shop: Shop,
  product: Product,
  variant: Variant,
  divisions: readonly Division[],
  estimate: Props['estimate'],
) {
  const { language, pick } = shop
  const { deliveryTitle, deliveryDistrict, deliveryChoose, deliveryShow, deliveryDays, deliveryFree, deliveryFailed } =
    shop.texts.product
  return {
    language,
    productSlug: product.slug,
    sku: variant.sku,
    divisions: divisions.map((division) => ({
      name: pick(division.name),
      districts: division.districts.map(({ slug, name }): [string, string] => [slug, pick(name)]),
    })),
    district: estimate?.district.slug ?? '',
    estimates: estimate?.estimates ?? [],
    texts: {
      deliveryTitle,
      deliveryDistrict,
      deliveryChoose,
      deliveryShow,
      deliveryFree,
      deliveryFailed,
      deliveryDays: deliveryDays('{min}', '{max}'),
    },
  }
}

function Promises({ shop, product }: { shop: Shop; product: Product }) {
  const texts = shop.texts.product
  return (
    <ul className="facts">
      <li>
        <Icon name="shield" />
        <p>
          <strong>{warrantyText(shop, product.warrantyMonths)}</strong>
          <span>{product.isOfficial ? texts.officialText : texts.unofficialText}</span>
        </p>
      </li>
      <li>
        <Icon name="cash" />
        <p>
          <strong>{texts.payment}</strong>
          <span>{texts.withVat}</span>
        </p>
      </li>
      <li>
        <Icon name="box" />
        <p>
          <strong>{texts.returns}</strong>
          <a href={links.information(shop.language, 'returns')}>{shop.texts.layout.returns}</a>
        </p>
      </li>
    </ul>
  )
}

function Highlights({ shop, product }: { shop: Shop; product: Product }) {
  if (product.highlights.length === 0) return null
  return (
    <section aria-labelledby="highlights">
      <h2 id="highlights">{shop.texts.product.highlights}</h2>
      <ul className="ticks">
        {product.highlights.map((highlight) => (
          <li key={highlight.en}>
            <Icon name="check" />
            {shop.pick(highlight)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Specifications({ shop, product }: { shop: Shop; product: Product }) {
  if (product.specifications.length === 0) return null
  return (
    <section aria-labelledby="specifications">
      <h2 id="specifications">{shop.texts.product.specifications}</h2>
      <dl className="specifications">
        {product.specifications.map(({ key, name, value }) => (
          <div key={key}>
            <dt>{shop.pick(name)}</dt>
            <dd>{shop.pick(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
