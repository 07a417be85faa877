import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { type ConsolePayment, decidePaymentReview } from '@dhakacart/contract/console-payments.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { Dialog } from '../../components/dialog.tsx'
import { Facts } from '../../components/facts.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { RadioField, TextAreaField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { moneyRefreshes } from './refreshes.ts'

type Props = { order: ConsoleOrder; payment: ConsolePayment; onClose: () => void }

/** Lets a risky payment pass, or cancels its order and gives the money back. */
export function ReviewDialog({ order, payment, onClose }: Props) {
  const { texts, money } = useWords()
  const { payments } = texts
  const decide = useWrite(decidePaymentReview, {
    done: payments.decided,
    refreshes: moneyRefreshes,
    isQuiet: true,
    onDone: onClose,
  })
  const form = useForm({
    initial: { decision: 'accept', note: '' },
    mayBeLeft: true,
    validate: ({ note }) => ({ note: note.trim() === '' ? payments.noteMissing : undefined }),
    submit: ({ decision, note }) =>
      decide.run({
        params: { id: order.id },
        body: { decision: decision === 'return' ? 'return' : 'accept', note: note.trim() },
      }),
  })
  return (
    <Dialog title={payments.decideTitle} onClose={onClose}>
      <p>{payments.decideText}</p>
      <Facts
        facts={[
          [payments.order, order.number],
          [payments.method, texts.orders.methods[payment.method]],
          [payments.amount, money(payment.amountPaisa)],
          [payments.providerSays, payment.review],
        ]}
      />
      <FormView form={form} action={payments.decide} problem={decide.error}>
        <RadioField
          label={payments.decision}
          options={[
            { value: 'accept', label: payments.accept },
            { value: 'return', label: payments.giveBack },
          ]}
          {...form.field('decision')}
        />
        <TextAreaField
          label={payments.note}
          help={payments.noteHelp}
          rows={2}
          maxLength={300}
          {...form.field('note')}
        />
      </FormView>
    </Dialog>
  )
}
