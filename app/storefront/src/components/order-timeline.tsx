import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { OrderState, OrderStatus } from '@dhakacart/contract/orders.schema.ts'
import type { Shop } from '../shop.ts'
import { Icon } from './icon.tsx'

/** What follows each state when all goes well; states that end an order, or wait for a person, promise nothing. */
const usualNext: Partial<Record<OrderState, OrderState>> = {
  pending_payment: 'confirmed',
  pending_confirmation: 'confirmed',
  confirmed: 'packed',
  packed: 'shipped',
  shipped: 'delivered',
  delivery_failed: 'shipped',
  return_requested: 'returned',
}
const badStates: ReadonlySet<OrderState> = new Set(['expired', 'cancelled', 'delivery_failed'])

/** The states still to come, nearest first; a parcel that is called back only comes back. */
function statesToCome({ state, isCalledBack }: Pick<OrderStatus, 'state' | 'isCalledBack'>): OrderState[] {
  if (isCalledBack) return ['returned']
  const coming: OrderState[] = []
  for (let next = usualNext[state]; next !== undefined; next = usualNext[next]) coming.push(next)
  return coming
}

type TimelineOrder = Pick<OrderStatus, 'state' | 'steps' | 'isCalledBack'>

/** What happened to an order, where it is, and what usually follows. */
export function OrderTimeline({ shop, order }: { shop: Shop; order: TimelineOrder }) {
  const { order: texts } = shop.texts
  const current = order.steps.length - 1
  return (
    <ol className="timeline">
      {order.steps.map(({ state, at }, index) => (
        <li
          key={`${state}-${at}`}
          className={badStates.has(state) ? 'step step-done step-bad' : 'step step-done'}
          {...(index === current && { 'aria-current': 'step' })}
        >
          <Icon name={badStates.has(state) ? 'alert' : 'check'} />
          <p>
            <strong>{texts.states[state].name}</strong>
            {index === current && <span className="label label-official">{texts.now}</span>}
            <time dateTime={at}>{formatDateTime(at, shop.language)}</time>
            {index === current && (
              <span className="step-text">{order.isCalledBack ? texts.calledBack : texts.states[state].text}</span>
            )}
          </p>
        </li>
      ))}
      {statesToCome(order).map((state) => (
        <li key={state} className="step">
          <Icon name="clock" />
          <p>
            <strong>{texts.states[state].name}</strong>
            <span className="unseen">{texts.comesNext}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}
