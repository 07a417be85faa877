import type { OrderCancellation } from '@dhakacart/contract/cancellations.schema.ts'
import { company } from '@dhakacart/contract/company.ts'
import { formatDate, formatDateTime } from '@dhakacart/contract/dates.ts'
import type { Order } from '@dhakacart/contract/orders.schema.ts'
import type { OrderPayment } from '@dhakacart/contract/payments.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import type { OrderReturns } from '@dhakacart/contract/returns.schema.ts'
import { Icon } from '../../components/icon.tsx'
import { OrderTimeline } from '../../components/order-timeline.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { CancellationPanel } from './cancellation.view.tsx'
import type { CancellationDraft } from './cancellation-draft.ts'
import { ConfirmByCode } from './confirm.view.tsx'
import { PaymentPanel } from './order-payment.view.tsx'
import type { ReturnDraft } from './return-draft.ts'
import { ReturnsPanel } from './returns.view.tsx'

type OrderViewProps = {
  order: Order
  payment: OrderPayment
  /** null: it was never packed, so the shopper cancels by themselves. */
  cancellation: OrderCancellation | null
  cancellationDraft: CancellationDraft
  returns: OrderReturns
  returnDraft: ReturnDraft
  /** Why what was asked for last was not done. */
  problem?: string
  /** What is wrong with the code. */
  codeProblem?: string
  /** Why cancelling was not asked for. */
  cancellationProblem?: string
  /** Why a return was not asked for. */
  returnProblem?: string
  /** What was done. */
  note?: string
}
type Props = { shop: Shop; order: Order }

/** One order: its number, how far it is, what it holds, what it costs, where it goes. */
export function OrderView(props: OrderViewProps & { shop: Shop }) {
  const { shop, order, payment, cancellation, returns, returnDraft, problem, codeProblem, returnProblem, note } = props
  const { order: texts } = shop.texts
  return (
    <div className="width order-page">
      {problem !== undefined && (
        <p className="notice notice-stop" role="alert">
          <Icon name="alert" />
          {problem}
        </p>
      )}
      {note !== undefined && (
        <p className="notice" role="status">
          <Icon name="check" />
          {note}
        </p>
      )}
      <OrderHead shop={shop} order={order} />
      <div className="order">
        <div className="order-main">
          {order.state === 'pending_confirmation' && <ConfirmByCode shop={shop} order={order} problem={codeProblem} />}
          <PaymentPanel shop={shop} order={order} payment={payment} />
          <section className="panel" aria-labelledby="progress">
            <h2 id="progress">{texts.progress}</h2>
            <OrderTimeline shop={shop} order={order} />
          </section>
          {order.state === 'confirmed' && (
            <section className="panel no-print" aria-labelledby="next">
              <h2 id="next">{texts.next}</h2>
              <ol className="next-steps">
                {(order.paymentMethod === 'cash_on_delivery' ? texts.nextSteps : texts.nextStepsPaid).map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </section>
          )}
          {cancellation !== null && (
            <CancellationPanel
              shop={shop}
              order={order}
              cancellation={cancellation}
              draft={props.cancellationDraft}
              problem={props.cancellationProblem}
            />
          )}
          <ReturnsPanel shop={shop} token={order.token} returns={returns} draft={returnDraft} problem={returnProblem} />
          <Products shop={shop} order={order} />
        </div>
        <div className="order-side">
          <Facts shop={shop} order={order} />
          {hasInvoice(order) && <InvoiceLinks shop={shop} token={order.token} />}
          <Help shop={shop} />
          {order.canCancel && <Cancel shop={shop} token={order.token} />}
        </div>
      </div>
    </div>
  )
}

function OrderHead({ shop, order }: Props) {
  const { order: texts } = shop.texts
  const isNew = order.steps.length === 1 && (order.state === 'confirmed' || order.state === 'pending_payment')
  return (
    <header className="order-head">
      {isNew && <Icon name="check" className="message-icon" />}
      <div>
        <h1>{isNew ? texts.thanks(order.customerName) : texts.title(order.number)}</h1>
        <p>{isNew && order.state === 'confirmed' ? texts.thanksText : texts.states[order.state].text}</p>
      </div>
      <div className="order-number">
        <span>{texts.number}</span>
        <strong id="order-number">{order.number}</strong>
        <button
          className="button button-quiet button-small"
          type="button"
          hidden
          data-copy="order-number"
          data-copied={texts.copied}
        >
          {texts.copy}
        </button>
      </div>
      <p className="hint no-print">
        <Icon name="shield" />
        {texts.keep}
      </p>
    </header>
  )
}

function Products({ shop, order }: Props) {
  const { order: texts } = shop.texts
  return (
    <section className="panel" aria-labelledby="products">
      <h2 id="products">{texts.products}</h2>
      <ul className="small-lines order-lines">
        {order.lines.map((line) => (
          <li key={line.sku}>
            <ProductPicture pictureId={line.pictureId} alt="" size="thumb" />
            <div>
              <a href={links.product(shop.language, line.productSlug, line.sku)}>{shop.pick(line.name)}</a>
              <small>
                {[
                  ...line.options.map(({ label }) => shop.pick(label)),
                  texts.units(shop.number(line.quantity), shop.money(line.unitPricePaisa)),
                  line.warrantyMonths > 0 && texts.warrantyMonths(shop.number(line.warrantyMonths)),
                ]
                  .filter((part) => part !== false)
                  .join(' · ')}
              </small>
            </div>
            <span>{shop.money(line.linePaisa)}</span>
          </li>
        ))}
      </ul>
      <dl className="amounts">
        <div>
          <dt>{texts.subtotal}</dt>
          <dd>{shop.money(order.subtotalPaisa)}</dd>
        </div>
        {order.discountPaisa > 0 && (
          <div>
            <dt>{texts.coupon(order.couponCode ?? '')}</dt>
            <dd>{shop.money(-order.discountPaisa)}</dd>
          </div>
        )}
        <div>
          <dt>{texts.delivery}</dt>
          <dd>{shop.money(order.deliveryFeePaisa)}</dd>
        </div>
        <div className="amounts-total">
          <dt>
            {texts.total} <small>{texts.vat(shop.money(order.vatPaisa))}</small>
          </dt>
          <dd>{shop.money(order.totalPaisa)}</dd>
        </div>
      </dl>
    </section>
  )
}

function Facts({ shop, order }: Props) {
  const { language, pick, texts: all } = shop
  const texts = all.order
  const { street, upazila, district, division } = order.address
  const places = [...new Set([pick(upazila), pick(district), pick(division)])].join(', ')
  const isComing = order.state !== 'cancelled' && order.state !== 'expired' && order.state !== 'returned'
  return (
    <dl className="panel facts">
      {isComing && order.state !== 'delivered' && !order.isCalledBack && (
        <div>
          <dt>{texts.expected}</dt>
          <dd>
            <strong>
              {texts.expectedBetween(formatDate(order.expectedFrom, language), formatDate(order.expectedTo, language))}
            </strong>
          </dd>
        </div>
      )}
      <div>
        <dt>{texts.deliverTo}</dt>
        <dd>
          {order.customerName}
          <br />
          <span className="as-typed">{street}</span>
          <br />
          {places}
        </dd>
      </div>
      <div>
        <dt>{texts.contact}</dt>
        <dd>
          {shop.digits(formatPhone(order.customerPhone))}
          {order.customerEmail !== null && (
            <>
              <br />
              {order.customerEmail}
            </>
          )}
        </dd>
      </div>
      {order.deliveryNote !== null && (
        <div>
          <dt>{texts.note}</dt>
          <dd className="as-typed">{order.deliveryNote}</dd>
        </div>
      )}
      <div>
        <dt>{texts.payment}</dt>
        <dd>{texts.payments[order.paymentMethod]}</dd>
      </div>
      <div>
        <dt>{texts.placedAt}</dt>
        <dd>{formatDateTime(order.placedAt, language)}</dd>
      </div>
    </dl>
  )
}

/** Sold things have an invoice: from the confirmation on, unless it was cancelled after that. */
function hasInvoice({ state, steps }: Order): boolean {
  return state !== 'cancelled' && steps.some((step) => step.state === 'confirmed')
}

function InvoiceLinks({ shop, token }: { shop: Shop; token: string }) {
  const { order: texts } = shop.texts
  return (
    <section className="panel no-print" aria-labelledby="invoice">
      <h2 id="invoice">{texts.invoice}</h2>
      <p>
        <a href={links.invoice(shop.language, token)}>{texts.invoiceShow}</a>
      </p>
      <p>
        <a href={links.invoicePdf(shop.language, token)}>{texts.invoicePdf}</a>
      </p>
    </section>
  )
}

function Help({ shop }: { shop: Shop }) {
  const { order: texts } = shop.texts
  return (
    <section className="panel">
      <h2>{texts.help}</h2>
      <p>
        <a href={`tel:${company.phone}`}>{texts.helpText(shop.digits(formatPhone(company.phone)))}</a>
      </p>
    </section>
  )
}

/** Asks before it cancels, without our script too. */
function Cancel({ shop, token }: { shop: Shop; token: string }) {
  const { order: texts } = shop.texts
  return (
    <details className="panel cancel no-print">
      <summary>{texts.cancel}</summary>
      <p>{texts.cancelSure}</p>
      <form method="post" action={links.cancelOrder(shop.language, token)}>
        <button className="button button-danger" type="submit">
          {texts.cancelYes}
        </button>
      </form>
    </details>
  )
}
