import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { pictureUrl } from '@dhakacart/contract/picture-url.ts'
import { Facts, Panel } from '../../components/facts.tsx'
import { useWords } from '../../words.ts'

type Line = ConsoleOrder['lines'][number]

/** What was ordered, with the units packed for it, and what it comes to. */
export function OrderLines({ order }: { order: ConsoleOrder }) {
  const { texts, money, number } = useWords()
  const { orders } = texts
  return (
    <Panel title={orders.products}>
      <ul className="order-lines">
        {order.lines.map((line) => (
          <li key={line.variantId}>
            {line.pictureId === null ? (
              <span className="order-no-picture" />
            ) : (
              <img src={pictureUrl(line.pictureId, 240, 'webp')} alt="" width="56" height="56" loading="lazy" />
            )}
            <LineText line={line} />
            <span className="order-line-money">
              <span className="muted">{orders.times(number(line.quantity), money(line.unitPricePaisa))}</span>
              <strong>{money(line.linePaisa)}</strong>
            </span>
          </li>
        ))}
      </ul>
      <Facts
        facts={[
          [orders.subtotal, money(order.subtotalPaisa)],
          [
            orders.discount(order.couponCode ?? ''),
            order.discountPaisa === 0 ? null : `−${money(order.discountPaisa)}`,
          ],
          [orders.deliveryFee, money(order.deliveryFeePaisa)],
          [orders.total, <strong key="total">{money(order.totalPaisa)}</strong>],
          [orders.vat, money(order.vatPaisa)],
          [orders.advance, order.advancePaisa === 0 ? null : money(order.advancePaisa)],
          [orders.method, orders.methods[order.paymentMethod]],
        ]}
      />
    </Panel>
  )
}

function LineText({ line }: { line: Line }) {
  const { texts, pick } = useWords()
  return (
    <div>
      <strong>{pick(line.name)}</strong>
      <p className="muted small">{line.sku}</p>
      {line.units.length > 0 && (
        <p className="small">
          {texts.orders.identities[line.unitIdentity === 'imei' ? 'imei' : 'serial']}:{' '}
          <span className="code-text">{line.units.join(', ')}</span>
        </p>
      )}
    </div>
  )
}
