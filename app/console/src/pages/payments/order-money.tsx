import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { type ConsolePayment, getOrderMoney, type OrderMoney } from '@dhakacart/contract/console-payments.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { Facts, Panel } from '../../components/facts.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { causeText } from '../orders/cause-text.ts'
import { ReceivableFacts } from '../receivables/receivable-facts.tsx'
import { RefundActions } from '../refunds/refund-actions.tsx'
import { RefundDialog } from '../refunds/refund-dialog.tsx'
import { RefundStateBadge } from '../refunds/refund-state-badge.tsx'
import { leftToReturn } from './left-to-return.ts'
import { OrderLedger } from './order-ledger.tsx'
import { PaymentStateBadge } from './payment-state-badge.tsx'
import { ReviewDialog } from './review-dialog.tsx'

const refreshEveryMs = 30_000

/** The money of one order, for those who may see payments: what came in, what goes back, and how it was booked. */
export function OrderMoneyPanel({ order }: { order: ConsoleOrder }) {
  const { texts } = useWords()
  const me = useMe()
  const mayRead = me.can('payments.read')
  const read = useRead(getOrderMoney, { params: { id: order.id }, refreshEveryMs, isEnabled: mayRead })
  const [isGiving, setGiving] = useState(false)
  if (!mayRead) return null
  const left = read.data === undefined ? null : leftToReturn(order, read.data)
  const canGive = me.can('orders.refund') && left !== null && left.largestPaisa > 0
  return (
    <Panel
      title={texts.payments.money}
      actions={
        canGive && (
          <Button icon="leave" onClick={() => setGiving(true)}>
            {texts.refunds.give}
          </Button>
        )
      }
    >
      <Loaded read={read}>{(money) => <MoneyInFull order={order} money={money} />}</Loaded>
      {isGiving && left !== null && (
        <RefundDialog order={order} leftPaisa={left.largestPaisa} onClose={() => setGiving(false)} />
      )}
    </Panel>
  )
}

function MoneyInFull({ order, money }: { order: ConsoleOrder; money: OrderMoney }) {
  const { texts } = useWords()
  const review = money.payments.find(({ review }) => review !== null)
  const isEmpty = money.payments.length === 0 && money.refunds.length === 0 && money.receivable === null
  return (
    <div className="stack">
      {review && <Review order={order} payment={review} />}
      {isEmpty && <p className="muted">{texts.payments.noMoney}</p>}
      {money.payments.length > 0 && (
        <ul className="payments-list">
          {money.payments.map((payment) => (
            <li key={payment.id}>
              <Payment payment={payment} />
            </li>
          ))}
        </ul>
      )}
      {money.receivable !== null && <ReceivableFacts receivable={money.receivable} />}
      {money.refunds.length > 0 && <Refunds money={money} />}
      {money.attempts.length > 0 && <Attempts money={money} />}
      {money.ledger.length > 0 && <OrderLedger entries={money.ledger} />}
    </div>
  )
}

function Review({ order, payment }: { order: ConsoleOrder; payment: ConsolePayment }) {
  const { payments } = useWords().texts
  const mayDecide = useMe().can('orders.refund')
  const [isOpen, setOpen] = useState(false)
  return (
    <Notice tone="stop">
      <p>
        <strong>{payments.decideTitle}</strong>
      </p>
      <p lang="en">{payment.review}</p>
      {mayDecide && <Button onClick={() => setOpen(true)}>{payments.decide}</Button>}
      {isOpen && <ReviewDialog order={order} payment={payment} onClose={() => setOpen(false)} />}
    </Notice>
  )
}

function Payment({ payment }: { payment: ConsolePayment }) {
  const { texts, money } = useWords()
  return (
    <>
      <p className="badges">
        <strong>{texts.orders.methods[payment.method]}</strong>
        <PaymentStateBadge state={payment.state} />
      </p>
      <Facts
        facts={[
          [texts.payments.amount, money(payment.amountPaisa)],
          [texts.payments.refunded, payment.refundedPaisa === 0 ? null : money(payment.refundedPaisa)],
          [
            texts.payments.reference,
            <span key="reference" className="code-text">
              {payment.providerReference}
            </span>,
          ],
          [texts.payments.received, <Time key="received" at={payment.receivedAt} isExact />],
        ]}
      />
    </>
  )
}

function Refunds({ money: { refunds } }: { money: OrderMoney }) {
  const all = useWords()
  const { texts, money } = all
  const words = texts.refunds
  return (
    <section>
      <h3>{words.title}</h3>
      <ul className="payments-list">
        {refunds.map((refund) => (
          <li key={refund.id}>
            <p className="badges">
              <strong>{money(refund.amountPaisa)}</strong>
              <RefundStateBadge state={refund.state} />
            </p>
            <Facts
              facts={[
                [words.method, refund.method === null ? words.cash : texts.orders.methods[refund.method]],
                [words.reason, causeText(refund.reason, all)],
                [words.reference, <CodeText key="reference" text={refund.reference} />],
                [
                  words.providerReference,
                  refund.providerReference && <CodeText key="theirs" text={refund.providerReference} />,
                ],
                [words.problem, refund.problem && <CodeText key="problem" text={refund.problem} />],
                [words.requested, <Time key="requested" at={refund.requestedAt} isExact />],
                [words.done, refund.doneAt && <Time key="done" at={refund.doneAt} isExact />],
              ]}
            />
            <RefundActions refund={refund} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function CodeText({ text }: { text: string }) {
  return <span className="code-text">{text}</span>
}

const attemptTones = {
  starting: 'info',
  started: 'info',
  abandoned: 'quiet',
  paid: 'good',
  failed: 'stop',
  refused: 'stop',
  expired: 'quiet',
} as const

function Attempts({ money: { attempts } }: { money: OrderMoney }) {
  const { texts, money, number } = useWords()
  return (
    <details className="payments-more">
      <summary>
        {texts.payments.attempts} ({number(attempts.length)})
      </summary>
      <ul className="payments-list">
        {attempts.map((attempt) => (
          <li key={attempt.reference}>
            <p className="badges">
              {texts.orders.methods[attempt.method]} · {money(attempt.amountPaisa)}
              <Badge tone={attemptTones[attempt.state]}>{texts.payments.attemptStates[attempt.state]}</Badge>
            </p>
            <p className="small muted">
              <Time at={attempt.startedAt} isExact /> · <CodeText text={attempt.reference} />
            </p>
            {attempt.problem !== null && <p className="small code-text">{attempt.problem}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
