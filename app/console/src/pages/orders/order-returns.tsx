import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { decideReturn, type OrderReturn } from '@dhakacart/contract/returns.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Badge, type Tone } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Facts, Panel } from '../../components/facts.tsx'
import { Time } from '../../components/time.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { ReceiptDialog } from './receipt-dialog.tsx'
import { refreshes } from './refreshes.ts'
import { RefuseDialog } from './refuse-dialog.tsx'

const tones: Record<OrderReturn['state'], Tone> = {
  requested: 'warn',
  approved: 'info',
  refused: 'quiet',
  received: 'good',
}

/** Returns of the order, each with its decision and its receipt. Nothing when there are none. */
export function OrderReturns({ order }: { order: ConsoleOrder }) {
  const { orders } = useWords().texts
  if (order.returns.length === 0) return null
  return (
    <Panel title={orders.returns}>
      <ul className="order-returns">
        {order.returns.map((one) => (
          <li key={one.id}>
            <ReturnInFull one={one} order={order} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Open = 'approve' | 'refuse' | 'receive'

function ReturnInFull({ one, order }: { one: OrderReturn; order: ConsoleOrder }) {
  const { texts, money, number, pick } = useWords()
  const { orders } = texts
  const me = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p className="badges">
        <Badge tone={tones[one.state]}>{orders.returnStates[one.state]}</Badge>
        <Time at={one.requestedAt} isExact />
      </p>
      <Facts
        facts={[
          [orders.reason, orders.returnReasons[one.reason]],
          ...one.lines.map((line) => [pick(line.name), orders.pieces(number(line.quantity))] as const),
          [orders.note, one.note],
          [orders.decisionNote, one.decisionNote],
          [orders.givenBack, one.refundPaisa === null ? null : money(one.refundPaisa)],
        ]}
      />
      <div className="actions">
        {one.state === 'requested' && me.can('orders.refund') && (
          <>
            <Button icon="check" onClick={() => setOpen('approve')}>
              {orders.approve}
            </Button>
            <Button look="danger" onClick={() => setOpen('refuse')}>
              {orders.refuse}
            </Button>
          </>
        )}
        {one.state === 'approved' && me.can('stock.write') && (
          <Button icon="box" onClick={() => setOpen('receive')}>
            {orders.receive}
          </Button>
        )}
      </div>
      {open === 'approve' && <ApproveDialog one={one} onClose={close} />}
      {open === 'refuse' && <RefuseReturn one={one} onClose={close} />}
      {open === 'receive' && <ReceiptDialog one={one} order={order} onClose={close} />}
    </>
  )
}

type DialogProps = { one: OrderReturn; onClose: () => void }

function ApproveDialog({ one, onClose }: DialogProps) {
  const { orders, general } = useWords().texts
  const decide = useWrite(decideReturn, { done: general.saved, refreshes, onDone: onClose })
  const body = { version: one.version, isApproved: true, note: null }
  return (
    <ConfirmDialog
      title={orders.approveTitle}
      text={orders.approveText}
      action={orders.approve}
      isBusy={decide.isBusy}
      onConfirm={() => void decide.run({ params: { id: one.id }, body })}
      onClose={onClose}
    />
  )
}

function RefuseReturn({ one, onClose }: DialogProps) {
  const { general } = useWords().texts
  const decide = useWrite(decideReturn, { done: general.saved, refreshes, isQuiet: true, onDone: onClose })
  const refuse = (note: string) =>
    decide.run({ params: { id: one.id }, body: { version: one.version, isApproved: false, note } })
  return <RefuseDialog refuse={refuse} problem={decide.error} onClose={onClose} />
}
