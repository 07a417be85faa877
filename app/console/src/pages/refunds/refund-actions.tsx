import { type ConsoleRefund, finishRefund, retryRefund } from '@dhakacart/contract/console-payments.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog, Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { moneyRefreshes } from '../payments/refreshes.ts'

/** What people can do with a refund that waits for them; nothing for one that goes by itself. */
export function RefundActions({ refund }: { refund: ConsoleRefund }) {
  const { refunds } = useWords().texts
  const mayRefund = useMe().can('orders.refund')
  const [open, setOpen] = useState<'retry' | 'finish' | null>(null)
  const close = () => setOpen(null)
  const isRefused = refund.state === 'refused'
  if (!mayRefund || (!isRefused && refund.state !== 'by_hand')) return null
  return (
    <div className="actions">
      {isRefused && <Button onClick={() => setOpen('retry')}>{refunds.retry}</Button>}
      <Button onClick={() => setOpen('finish')}>{refunds.finish}</Button>
      {open === 'retry' && <RetryDialog refund={refund} onClose={close} />}
      {open === 'finish' && <FinishDialog refund={refund} onClose={close} />}
    </div>
  )
}

type DialogProps = { refund: ConsoleRefund; onClose: () => void }

function RetryDialog({ refund, onClose }: DialogProps) {
  const { texts, money } = useWords()
  const { refunds } = texts
  const retry = useWrite(retryRefund, { done: refunds.retried, refreshes: moneyRefreshes, onDone: onClose })
  return (
    <ConfirmDialog
      title={refunds.retryTitle(refund.reference)}
      text={refunds.retryText(money(refund.amountPaisa))}
      action={refunds.retry}
      isBusy={retry.isBusy}
      onConfirm={() => void retry.run({ params: { id: refund.id } })}
      onClose={onClose}
    />
  )
}

function FinishDialog({ refund, onClose }: DialogProps) {
  const { texts, money } = useWords()
  const { refunds } = texts
  const finish = useWrite(finishRefund, {
    done: refunds.finished,
    refreshes: moneyRefreshes,
    isQuiet: true,
    onDone: onClose,
  })
  const form = useForm({
    initial: { providerReference: '' },
    mayBeLeft: true,
    validate: ({ providerReference }) => ({
      providerReference: providerReference.trim() === '' ? refunds.referenceMissing : undefined,
    }),
    submit: ({ providerReference }) =>
      finish.run({ params: { id: refund.id }, body: { providerReference: providerReference.trim() } }),
  })
  return (
    <Dialog title={refunds.finishTitle(refund.reference)} onClose={onClose}>
      <p>{refunds.finishText(money(refund.amountPaisa))}</p>
      <FormView form={form} action={refunds.finish} problem={finish.error}>
        <TextField
          label={refunds.finishReference}
          help={refunds.finishReferenceHelp}
          maxLength={100}
          autoComplete="off"
          {...form.field('providerReference')}
        />
      </FormView>
    </Dialog>
  )
}
