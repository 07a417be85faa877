import {
  type CancelReason,
  type ConsoleOrder,
  cancelConsoleOrder,
  cancelReasons,
} from '@dhakacart/contract/console-orders.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { SelectField, TextAreaField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { refreshes } from './refreshes.ts'

/** Cancels with a reason; the number has to be typed, because it cannot be undone. */
export function CancelDialog({ order, onClose }: { order: ConsoleOrder; onClose: () => void }) {
  const { orders, general } = useWords().texts
  const cancel = useWrite(cancelConsoleOrder, { done: orders.cancelDone, refreshes, isQuiet: true, onDone: onClose })
  const form = useForm({
    initial: { reason: '', note: '', typed: '' },
    mayBeLeft: true,
    validate: ({ reason, typed }) => ({
      reason: reason === '' ? orders.reasonMissing : undefined,
      typed: typed.trim().toUpperCase() === order.number ? undefined : general.typeToConfirm(order.number),
    }),
    submit: ({ reason, note }) =>
      cancel.run({
        params: { id: order.id },
        body: {
          version: order.version,
          reason: reason as CancelReason,
          note: note.trim() === '' ? null : note.trim(),
        },
      }),
  })
  return (
    <Dialog title={orders.cancelTitle(order.number)} onClose={onClose}>
      <p>{orders.cancelText}</p>
      <FormView form={form} action={orders.cancel} problem={cancel.error}>
        <SelectField
          label={orders.reason}
          empty={orders.chooseReason}
          options={cancelReasons.map((reason) => ({ value: reason, label: orders.cancelReasons[reason] }))}
          {...form.field('reason')}
        />
        <TextAreaField label={orders.note} isOptional rows={2} maxLength={500} {...form.field('note')} />
        <TextField label={general.typeToConfirm(order.number)} autoComplete="off" {...form.field('typed')} />
      </FormView>
    </Dialog>
  )
}
