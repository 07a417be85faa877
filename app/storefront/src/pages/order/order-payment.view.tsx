import { formatDate, formatDateTime } from '@dhakacart/contract/dates.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { OrderPayment } from '@dhakacart/contract/payments.schema.ts'
import { orderInstalmentOptions } from '../../instalment-options.ts'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

type Props = { shop: Shop; order: Order; payment: OrderPayment }

/** How the money of an order stands, and what the shopper can do about it; nothing for an order that is paid at the door alone. */
export function PaymentPanel(props: Props) {
  const { shop, order, payment } = props
  const texts = shop.texts.payment
  const isWaiting = order.state === 'pending_payment'
  const hasHistory = payment.attempt !== null || payment.paidPaisa > 0 || payment.refunds.length > 0
  if (!isWaiting && !hasHistory) return null
  return (
    <section
      className="panel payment"
      aria-labelledby="payment-title"
      data-look-again={isLookingAgain(payment) ? lookAgainSeconds : undefined}
    >
      <h2 id="payment-title">{texts.title}</h2>
      {isWaiting && <Due {...props} />}
      {order.state === 'expired' && <p>{payment.attempt === null ? texts.failedLate : texts.expired}</p>}
      {payment.paidPaisa > 0 && payment.refunds.length === 0 && <p>{texts.paid(shop.money(payment.paidPaisa))}</p>}
      {payment.paidPaisa > 0 && payment.onDeliveryPaisa > 0 && (
        <p>{texts.onDelivery(shop.money(payment.onDeliveryPaisa))}</p>
      )}
      {payment.isUnderReview && <p>{texts.review}</p>}
      {payment.refunds.map(({ amountPaisa, isDone, doneAt, requestedAt }) => (
        <p key={requestedAt}>
          {isDone && doneAt !== null
            ? texts.refundDone(shop.money(amountPaisa), formatDate(doneAt, shop.language))
            : texts.refundOpen(shop.money(amountPaisa))}
        </p>
      ))}
      {payment.paidPaisa > 0 && payment.refunds.length > 0 && <p>{texts.paidLeft(shop.money(payment.paidPaisa))}</p>}
    </section>
  )
}

/** With our script the page looks again after so long, while something may change by itself. */
const lookAgainSeconds = 6

function isLookingAgain({ attempt, dueNowPaisa }: OrderPayment): boolean {
  return dueNowPaisa > 0 && attempt?.state === 'started'
}

function Due({ shop, order, payment }: Props) {
  const texts = shop.texts.payment
  const { attempt, onDeliveryPaisa } = payment
  const hasFailed = attempt?.state === 'failed' || attempt?.state === 'abandoned' || attempt?.state === 'expired'
  const name = attempt === null ? '' : shop.texts.order.payments[attempt.method]
  return (
    <>
      <p>
        <strong>{texts.due(shop.money(payment.dueNowPaisa))}</strong>
      </p>
      {onDeliveryPaisa > 0 && <p>{texts.advance(shop.money(payment.dueNowPaisa), shop.money(onDeliveryPaisa))}</p>}
      {order.holdExpiresAt !== null && (
        <p>
          {texts.until(formatDateTime(order.holdExpiresAt, shop.language))}{' '}
          <span hidden data-time-left={order.holdExpiresAt} data-language={shop.language}>
            {texts.timeLeft}: <strong data-time-left-text />
          </span>
        </p>
      )}
      {payment.isBeingChecked && (
        <p role="status">
          {texts.checking} <a href={links.order(shop.language, order.token)}>{texts.lookAgain}</a>
        </p>
      )}
      {hasFailed && payment.methods.length > 0 && <p role="status">{texts.failed}</p>}
      {attempt?.state === 'refused' && payment.methods.length > 0 && <p role="status">{texts.refused(name)}</p>}
      {attempt?.redirectUrl != null && payment.methods.length > 0 && (
        <>
          <p>{texts.openText(name)}</p>
          <a className="button" href={attempt.redirectUrl} rel="noreferrer">
            {texts.goOn(name)}
          </a>
        </>
      )}
      {payment.methods.length > 0 && <ChoosePayment shop={shop} order={order} payment={payment} />}
    </>
  )
}

/** The ways to pay what is due, as one plain form. */
function ChoosePayment({ shop, order, payment }: Props) {
  const { payment: texts, checkout, order: orderTexts } = shop.texts
  const chosen = payment.attempt?.method ?? order.paymentMethod
  // What was refused would be refused again.
  const refused = payment.attempt?.state === 'refused' ? payment.attempt.method : null
  const likely = payment.methods.filter((method) => method !== refused)
  const instalments = orderInstalmentOptions(shop, payment)
  const first = likely.find((method) => method === chosen) ?? likely[0] ?? payment.methods[0]
  return (
    <form method="post" action={links.payOrder(shop.language, order.token)} className="payment-choice">
      <fieldset>
        <legend>{texts.choose}</legend>
        {payment.methods.map((method) => (
          <label className="choice" key={method}>
            <input type="radio" name="payment" value={method} defaultChecked={method === first} />
            <span>
              <strong>{orderTexts.payments[method]}</strong>
            </span>
          </label>
        ))}
      </fieldset>
      {instalments.length > 0 && (
        <p className="field">
          <label htmlFor="instalments">{checkout.instalments}</label>
          <select id="instalments" name="instalments" defaultValue="">
            <option value="">{checkout.noInstalments}</option>
            {instalments.map(({ months, text }) => (
              <option key={months} value={months}>
                {text}
              </option>
            ))}
          </select>
        </p>
      )}
      <button className="button" type="submit">
        {texts.pay}
      </button>
    </form>
  )
}
