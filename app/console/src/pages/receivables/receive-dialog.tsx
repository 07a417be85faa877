import { type Receivable, settleReceivable } from '@dhakacart/contract/console-receivables.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { MoneyField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { TextAreaField } from '../../components/text-fields.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { moneyRefreshes } from '../payments/refreshes.ts'

/** The button for money that came outside a courier's file; nothing where it is here, or the person may not say so. */
export function ReceiveButton({ receivable }: { receivable: Receivable }) {
  const { receivables } = useWords().texts
  const maySettle = useMe().can('settlements.write')
  const [isOpen, setOpen] = useState(false)
  if (!maySettle || receivable.settledAt !== null) return null
  return (
    <>
      <Button onClick={() => setOpen(true)}>{receivables.receive}</Button>
      {isOpen && <ReceiveDialog receivable={receivable} onClose={() => setOpen(false)} />}
    </>
  )
}

type Values = { collectedPaisa: number | null; feePaisa: number | null; note: string }

function ReceiveDialog({ receivable, onClose }: { receivable: Receivable; onClose: () => void }) {
  const { texts, money } = useWords()
  const { receivables: words } = texts
  const { orderId, orderNumber, duePaisa, courier } = receivable
  const settle = useWrite(settleReceivable, {
    done: words.received,
    refreshes: [...moneyRefreshes, '/api/console/receivables'],
    isQuiet: true,
    onDone: onClose,
  })
  const form = useForm<Values>({
    initial: { collectedPaisa: duePaisa, feePaisa: null, note: '' },
    mayBeLeft: true,
    validate: ({ collectedPaisa, feePaisa, note }) => ({
      collectedPaisa: collectedPaisa === null ? words.amountMissing : undefined,
      feePaisa: (feePaisa ?? 0) > (collectedPaisa ?? 0) ? words.feeTooLarge : undefined,
      note: collectedPaisa !== duePaisa && note.trim() === '' ? words.noteMissing : undefined,
    }),
    submit: ({ collectedPaisa, feePaisa, note }) =>
      settle.run({
        params: { id: orderId },
        body: { collectedPaisa: collectedPaisa ?? 0, feePaisa: feePaisa ?? 0, note: note.trim() || null },
      }),
  })
  return (
    <Dialog title={words.receiveTitle(orderNumber)} onClose={onClose}>
      <p>{words.receiveText(money(duePaisa), texts.orders.couriers[courier])}</p>
      <FormView form={form} action={words.receive} problem={settle.error}>
        <MoneyField label={words.collected} help={words.collectedHelp} {...form.amount('collectedPaisa')} />
        <MoneyField label={words.fee} help={words.feeHelp} isOptional {...form.amount('feePaisa')} />
        <TextAreaField
          label={words.note}
          help={words.noteHelp}
          rows={2}
          maxLength={300}
          isOptional
          {...form.field('note')}
        />
      </FormView>
    </Dialog>
  )
}
