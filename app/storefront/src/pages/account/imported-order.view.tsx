import { company } from '@dhakacart/contract/company.ts'
import { formatDate } from '@dhakacart/contract/dates.ts'
import type { ImportedOrderOfAccount } from '@dhakacart/contract/personal-data.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** An order of the shop we had before: what was bought, when, for how much. Nothing can be done with it but to ask us. */
export function ImportedOrderView({ shop, order }: { shop: Shop; order: ImportedOrderOfAccount }) {
  const { language, texts: all } = shop
  const texts = all.account
  const state = all.order.states[order.state].name
  return (
    <div className="width account-page">
      <a className="account-back" href={links.accountPart(language, 'orders')}>
        <Icon name="chevron-left" />
        {texts.orders}
      </a>
      <h1>{all.order.title(order.number)}</h1>
      <p className="notice">
        <Icon name="box" />
        <span>{texts.oldShopText}</span>
      </p>
      <section className="panel" aria-labelledby="products">
        <h2 id="products">{all.order.products}</h2>
        {order.lines.length === 0 ? (
          <p className="hint">{texts.oldShopNoProducts}</p>
        ) : (
          <ul className="small-lines order-lines imported-lines">
            {order.lines.map((line, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change, and one product may stand in several.
              <li key={position}>
                <div>
                  {line.name}
                  <small>
                    {[
                      line.unitPricePaisa === null
                        ? texts.oldShopUnits(shop.number(line.quantity))
                        : all.order.units(shop.number(line.quantity), shop.money(line.unitPricePaisa)),
                      line.sku,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </small>
                </div>
                {line.unitPricePaisa !== null && <span>{shop.money(line.unitPricePaisa * line.quantity)}</span>}
              </li>
            ))}
          </ul>
        )}
        <dl className="amounts">
          <div className="amounts-total">
            <dt>{order.state === 'delivered' ? texts.oldShopPaid : all.order.total}</dt>
            <dd>{shop.money(order.totalPaisa)}</dd>
          </div>
        </dl>
      </section>
      <dl className="panel facts">
        <div>
          <dt>{all.order.placedAt}</dt>
          <dd>{formatDate(order.placedAt, language)}</dd>
        </div>
        <div>
          <dt>{texts.oldShopState}</dt>
          <dd>{state}</dd>
        </div>
        <div>
          <dt>{all.order.help}</dt>
          <dd>
            <a href={`tel:${company.phone}`}>{all.order.helpText(shop.digits(formatPhone(company.phone)))}</a>
          </dd>
        </div>
      </dl>
    </div>
  )
}
