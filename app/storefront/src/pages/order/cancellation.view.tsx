import type { CancellationRequest, OrderCancellation } from '@dhakacart/contract/cancellations.schema.ts'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { Order, OrderState } from '@dhakacart/contract/orders.schema.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import type { CancellationDraft } from './cancellation-draft.ts'
import { noteLengthMax } from './return-draft.ts'

type Props = {
  shop: Shop
  order: Order
  cancellation: OrderCancellation
  draft: CancellationDraft
  problem?: string | undefined
}

/** What was asked about cancelling and what came of it, and the form to ask; nothing where neither applies. */
export function CancellationPanel({ shop, order, cancellation, draft, problem }: Props) {
  const { cancellation: texts } = shop.texts
  const { canRequest, requests } = cancellation
  if (!canRequest && requests.length === 0 && problem === undefined) return null
  return (
    <section className="panel returns no-print" id="cancellation" aria-labelledby="cancellation-title">
      <h2 id="cancellation-title">{texts.title}</h2>
      {requests.map((one) => (
        <KnownRequest key={one.id} shop={shop} order={order} one={one} />
      ))}
      {problem !== undefined && (
        <p className="notice notice-stop" role="alert" id="cancellation-problem">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      {canRequest && (
        <details open={problem !== undefined}>
          <summary>{texts.open}</summary>
          <p className="hint">{order.state === 'packed' ? texts.packed : texts.shipped}</p>
          <RequestForm shop={shop} token={order.token} draft={draft} />
        </details>
      )}
    </section>
  )
}

function KnownRequest({ shop, order, one }: { shop: Shop; order: Order; one: CancellationRequest }) {
  const { cancellation: texts } = shop.texts
  return (
    <div className="returns-known">
      <h3>
        {texts.states[one.state].name} <small>{formatDateTime(one.requestedAt, shop.language)}</small>
      </h3>
      <p>{texts.because(texts.reasons[one.reason])}</p>
      {one.note !== null && <p className="as-typed">{one.note}</p>}
      <p>{meaning(shop, one.state, order.state)}</p>
      {one.state === 'refused' && one.decisionNote !== null && <p className="as-typed">{one.decisionNote}</p>}
      {one.state === 'requested' && (
        <form method="post" action={`${links.withdrawCancellation(shop.language, order.token)}#cancellation`}>
          <input type="hidden" name="request" value={one.id} />
          <button className="button button-quiet" type="submit">
            {texts.withdraw}
          </button>
        </form>
      )}
    </div>
  )
}

/** What the state of a request means for an order that is where it is. */
function meaning({ texts }: Shop, state: CancellationRequest['state'], orderState: OrderState): string {
  if (state === 'accepted' && (orderState === 'shipped' || orderState === 'delivery_failed')) {
    return texts.cancellation.calledBack
  }
  if (state === 'accepted' && (orderState === 'delivered' || orderState === 'return_requested')) {
    return texts.cancellation.cameAnyway
  }
  return texts.cancellation.states[state].text
}

/** A plain form, so it works without our script. */
function RequestForm({ shop, token, draft }: { shop: Shop; token: string; draft: CancellationDraft }) {
  const { cancellation: texts, checkout } = shop.texts
  return (
    <form
      className="returns-form"
      method="post"
      action={`${links.requestCancellation(shop.language, token)}#cancellation`}
    >
      <input type="hidden" name="key" value={draft.key} />
      <Field name="reason" label={texts.reason}>
        {(described) => (
          <select {...described} required defaultValue={draft.reason}>
            <option value="">{texts.choose}</option>
            {Object.entries(texts.reasons).map(([reason, text]) => (
              <option key={reason} value={reason}>
                {text}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field name="note" label={texts.note} optional={checkout.optional}>
        {(described) => (
          <textarea {...described} autoComplete="off" rows={3} maxLength={noteLengthMax} defaultValue={draft.note} />
        )}
      </Field>
      <button className="button" type="submit">
        {texts.send}
      </button>
    </form>
  )
}
