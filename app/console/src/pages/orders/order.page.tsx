import { type ConsoleOrder, getConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge, OrderStateBadge } from '../../components/badge.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { Facts, Panel } from '../../components/facts.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import type { PageProps } from '../../routes.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { OrderMoneyPanel } from '../payments/order-money.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderCancellations } from './order-cancellations.tsx'
import { OrderHistory } from './order-history.tsx'
import { OrderLines } from './order-lines.tsx'
import { OrderReturns } from './order-returns.tsx'

const refreshEveryMs = 30_000

/** One order: what is in it, whose it is, what happened, and what can be done next. */
export default function OrderPage({ params }: PageProps) {
  const { texts } = useWords()
  const read = useRead(getConsoleOrder, { params: { id: Number(params['id']) }, refreshEveryMs })
  const back = { to: '/orders', label: texts.orders.title }
  if (read.data === undefined) {
    return (
      <>
        <PageHeader title={texts.orders.one} back={back} />
        <Loaded read={read}>{() => null}</Loaded>
      </>
    )
  }
  return <Loaded read={read}>{(order) => <OrderInFull order={order} back={back} />}</Loaded>
}

function OrderInFull({ order, back }: { order: ConsoleOrder; back: { to: string; label: string } }) {
  const { texts } = useWords()
  return (
    <>
      <PageHeader
        title={order.number}
        back={back}
        marks={
          <span className="badges">
            <OrderStateBadge state={order.state} />
            {order.problems
              .filter((problem) => problem !== order.state)
              .map((problem) => (
                <Badge key={problem} tone="stop">
                  {texts.overview.problems[problem]}
                </Badge>
              ))}
          </span>
        }
        actions={<OrderActions order={order} />}
      />
      {order.problems.includes('parcel_called_off') && (
        <Notice tone="stop">
          <p>{texts.couriers.toStopOfOrder}</p>
          <ButtonLink icon="truck" to={`/couriers?tab=bookings&order=${order.id}`}>
            {texts.couriers.toStopSettle}
          </ButtonLink>
        </Notice>
      )}
      <div className="columns">
        <div className="stack">
          <OrderCancellations order={order} />
          <OrderLines order={order} />
          <OrderMoneyPanel order={order} />
          <OrderReturns order={order} />
          <OrderHistory order={order} />
        </div>
        <div className="stack">
          <Customer order={order} />
          <Delivery order={order} />
          <p>
            <ButtonLink to={`/messages?orderId=${order.id}`} icon="edit">
              {texts.messages.ofThisOrder}
            </ButtonLink>
          </p>
        </div>
      </div>
    </>
  )
}

function Customer({ order }: { order: ConsoleOrder }) {
  const { texts, digits, number } = useWords()
  const { orders } = texts
  const me = useMe()
  return (
    <Panel
      title={orders.customer}
      actions={
        me.can('customers.read') && <ButtonLink to={`/customers/o${order.id}`}>{texts.customers.show}</ButtonLink>
      }
    >
      <Facts
        facts={[
          [orders.name, order.customerName],
          [orders.phone, digits(order.customerPhone)],
          [orders.email, order.customerEmail],
          [orders.language, order.language === 'bn' ? 'বাংলা' : 'English'],
          [orders.earlier, number(order.phoneOrders)],
          [
            orders.refused,
            order.phoneRefused === 0 ? null : (
              <Badge key="refused" tone="stop">
                {number(order.phoneRefused)}
              </Badge>
            ),
          ],
        ]}
      />
    </Panel>
  )
}

function Delivery({ order }: { order: ConsoleOrder }) {
  const { texts, pick, date } = useWords()
  const { orders } = texts
  const { address } = order
  return (
    <Panel title={orders.delivery}>
      <Facts
        facts={[
          [orders.street, address.street],
          [orders.place, [address.upazila, address.district, address.division].map(pick).join(', ')],
          [orders.deliveryNote, order.deliveryNote],
          [orders.courier, order.courier === null ? null : orders.couriers[order.courier]],
          [orders.tracking, order.trackingNumber],
          [orders.expected, order.expectedTo === '' ? null : date(order.expectedTo.slice(0, 10))],
          [orders.placed, <Time key="placed" at={order.placedAt} isExact />],
          [
            orders.holdUntil,
            order.holdExpiresAt === null ? null : <Time key="hold" at={order.holdExpiresAt} isExact />,
          ],
        ]}
      />
    </Panel>
  )
}
