import type { ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import { formatSpan } from '@dhakacart/contract/dates.ts'
import { Countdown, SaleSwitch } from '../../components/sale-switch.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** What a sale is called, when it is, and how long that takes. */
export function SaleBanner({ shop, sale, isLink = false }: { shop: Shop; sale: ShopSale; isLink?: boolean }) {
  const texts = shop.texts.sale
  const { startsAt, endsAt, isRunning, limitPerCustomer } = sale
  const [from, to] = formatSpan(startsAt, endsAt, shop.language)
  const window = { startsAt, endsAt, state: isRunning ? ('running' as const) : ('upcoming' as const) }
  return (
    <div className="width row">
      <div className="sale-banner">
        <div>
          <h2 id={`sale-${sale.id}`}>{shop.pick(sale.name)}</h2>
          <p className="sale-facts">
            {texts.window(from, to)}
            {limitPerCustomer !== null && ` · ${texts.limit(shop.number(limitPerCustomer))}`}
          </p>
          {sale.hasWaitingRoom && <p className="sale-facts">{texts.room}</p>}
          {isLink && <a href={links.offers(shop.language)}>{texts.see}</a>}
        </div>
        <SaleSwitch
          sale={window}
          className="sale-banner-when"
          ahead={
            <p className="counts">
              {texts.starts}
              <br />
              <Countdown until="starts" at={startsAt} />
            </p>
          }
          outside={<p>{texts.over}</p>}
          inside={
            <p className="counts">
              {texts.ends}
              <br />
              <Countdown until="ends" at={endsAt} />
            </p>
          }
        />
      </div>
    </div>
  )
}
