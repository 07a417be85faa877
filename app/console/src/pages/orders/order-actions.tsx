import { type ConsoleOrder, confirmConsoleOrder, recordDelivery } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { PackDialog } from './pack-dialog.tsx'
import { refreshes } from './refreshes.ts'
import { ReturnDialog } from './return-dialog.tsx'
import { ShipDialog } from './ship-dialog.tsx'

type Open = 'pack' | 'ship' | 'cancel' | 'confirm' | 'return' | 'delivered' | 'delivery_failed' | 'returned'
const slipStates: ReadonlySet<OrderState> = new Set(['confirmed', 'packed', 'shipped', 'delivery_failed'])

/** What can be done with the order now, by its state and the person's role. */
export function OrderActions({ order }: { order: ConsoleOrder }) {
  const { texts } = useWords()
  const { orders } = texts
  const me = useMe()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const mayFulfil = me.can('orders.fulfil')
  const canBecome = (state: OrderState) => order.nextStates.includes(state)
  return (
    <>
      {mayFulfil && order.state === 'pending_confirmation' && (
        <Button look="main" icon="check" onClick={() => setOpen('confirm')}>
          {orders.confirm}
        </Button>
      )}
      {mayFulfil && canBecome('packed') && (
        <Button look="main" icon="box" onClick={() => setOpen('pack')}>
          {orders.pack}
        </Button>
      )}
      {mayFulfil && canBecome('shipped') && (
        <Button look="main" icon="truck" onClick={() => setOpen('ship')}>
          {orders.ship}
        </Button>
      )}
      {mayFulfil && order.state === 'shipped' && (
        <>
          <Button look="main" icon="check" onClick={() => setOpen('delivered')}>
            {orders.delivered}
          </Button>
          <Button icon="alert" onClick={() => setOpen('delivery_failed')}>
            {orders.deliveryFailed}
          </Button>
        </>
      )}
      {mayFulfil && order.state === 'delivery_failed' && (
        <Button icon="box" onClick={() => setOpen('returned')}>
          {orders.cameBack}
        </Button>
      )}
      {me.can('orders.refund') && order.state === 'delivered' && (
        <Button icon="box" onClick={() => setOpen('return')}>
          {orders.recordReturn}
        </Button>
      )}
      {mayFulfil && slipStates.has(order.state) && (
        <ButtonLink to={`/orders/${order.id}/slip`} icon="print">
          {orders.slip}
        </ButtonLink>
      )}
      {me.can('orders.cancel') && canBecome('cancelled') && (
        <Button look="danger" onClick={() => setOpen('cancel')}>
          {orders.cancel}
        </Button>
      )}
      {open === 'pack' && <PackDialog order={order} onClose={close} />}
      {open === 'ship' && <ShipDialog order={order} onClose={close} />}
      {open === 'cancel' && <CancelDialog order={order} onClose={close} />}
      {open === 'return' && <ReturnDialog order={order} onClose={close} />}
      {open === 'confirm' && <ConfirmOrder order={order} onClose={close} />}
      {(open === 'delivered' || open === 'delivery_failed' || open === 'returned') && (
        <DeliveryOutcome order={order} outcome={open} onClose={close} />
      )}
    </>
  )
}

type DialogProps = { order: ConsoleOrder; onClose: () => void }

function ConfirmOrder({ order, onClose }: DialogProps) {
  const { orders } = useWords().texts
  const confirm = useWrite(confirmConsoleOrder, { done: orders.confirmDone, refreshes, onDone: onClose })
  return (
    <ConfirmDialog
      title={orders.confirmTitle(order.number)}
      text={orders.confirmText}
      action={orders.confirm}
      isBusy={confirm.isBusy}
      onConfirm={() => void confirm.run({ params: { id: order.id }, body: { version: order.version } })}
      onClose={onClose}
    />
  )
}

type OutcomeProps = DialogProps & { outcome: 'delivered' | 'delivery_failed' | 'returned' }

function DeliveryOutcome({ order, outcome, onClose }: OutcomeProps) {
  const { orders, general } = useWords().texts
  const record = useWrite(recordDelivery, { done: general.saved, refreshes, onDone: onClose })
  const texts = orders.outcomes[outcome]
  return (
    <ConfirmDialog
      title={texts.title(order.number)}
      text={texts.text}
      action={texts.action}
      isBusy={record.isBusy}
      onConfirm={() => void record.run({ params: { id: order.id }, body: { version: order.version, outcome } })}
      onClose={onClose}
    />
  )
}
