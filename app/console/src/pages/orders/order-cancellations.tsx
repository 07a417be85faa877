import { type CancellationRequest, decideCancellation } from '@dhakacart/contract/cancellations.schema.ts'
import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Badge, type Tone } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Facts, Panel } from '../../components/facts.tsx'
import { Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { refreshes } from './refreshes.ts'
import { RefuseDialog } from './refuse-dialog.tsx'

const tones: Record<CancellationRequest['state'], Tone> = {
  requested: 'warn',
  accepted: 'good',
  refused: 'quiet',
  withdrawn: 'quiet',
  closed: 'quiet',
}

/** What the customer asked about cancelling, with its decision, and what is to be done then. Nothing when they never asked. */
export function OrderCancellations({ order }: { order: ConsoleOrder }) {
  const { orders } = useWords().texts
  if (order.cancellations.length === 0) return null
  return (
    <Panel title={orders.cancellations}>
      {order.problems.includes('called_back') && <Notice tone="warn">{orders.callBack}</Notice>}
      <ul className="order-returns">
        {order.cancellations.map((one) => (
          <li key={one.id}>
            <RequestInFull one={one} order={order} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type Props = { one: CancellationRequest; order: ConsoleOrder }

function RequestInFull({ one, order }: Props) {
  const { orders } = useWords().texts
  const me = useMe()
  const [open, setOpen] = useState<'accept' | 'refuse' | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <p className="badges">
        <Badge tone={tones[one.state]}>{orders.cancellationStates[one.state]}</Badge>
        <Time at={one.requestedAt} isExact />
      </p>
      <Facts
        facts={[
          [orders.reason, orders.cancellationReasons[one.reason]],
          [orders.note, one.note],
          [orders.decisionNote, one.decisionNote],
        ]}
      />
      {one.state === 'requested' && me.can('orders.cancel') && (
        <div className="actions">
          <Button icon="check" onClick={() => setOpen('accept')}>
            {orders.acceptCancellation}
          </Button>
          <Button look="danger" onClick={() => setOpen('refuse')}>
            {orders.refuse}
          </Button>
        </div>
      )}
      {open === 'accept' && <AcceptDialog one={one} order={order} onClose={close} />}
      {open === 'refuse' && <RefuseCancellation one={one} onClose={close} />}
    </>
  )
}

function AcceptDialog({ one, order, onClose }: Props & { onClose: () => void }) {
  const { orders, general } = useWords().texts
  const decide = useWrite(decideCancellation, { done: general.saved, refreshes, onDone: onClose })
  const isHere = order.state === 'packed'
  const body = { version: one.version, isAccepted: true, note: null }
  return (
    <ConfirmDialog
      title={isHere ? orders.acceptPacked(order.number) : orders.acceptShipped(order.number)}
      text={isHere ? orders.acceptPackedText : orders.acceptShippedText}
      action={orders.acceptCancellation}
      isBusy={decide.isBusy}
      onConfirm={() => void decide.run({ params: { id: one.id }, body })}
      onClose={onClose}
    />
  )
}

function RefuseCancellation({ one, onClose }: { one: CancellationRequest; onClose: () => void }) {
  const { general } = useWords().texts
  const decide = useWrite(decideCancellation, { done: general.saved, refreshes, isQuiet: true, onDone: onClose })
  const refuse = (note: string) =>
    decide.run({ params: { id: one.id }, body: { version: one.version, isAccepted: false, note } })
  return <RefuseDialog refuse={refuse} problem={decide.error} onClose={onClose} />
}
