import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { type ReturnReason, requestConsoleReturn, returnReasons } from '@dhakacart/contract/returns.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { Problem } from '../../components/states.tsx'
import { SelectField, TextAreaField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { refreshes } from './refreshes.ts'

type Values = { reason: string; note: string; [line: `line-${number}`]: number | null }

/** Records a return for a shopper who called: which lines, how many, why. */
export function ReturnDialog({ order, onClose }: { order: ConsoleOrder; onClose: () => void }) {
  const { texts, pick, number } = useWords()
  const { orders } = texts
  const record = useWrite(requestConsoleReturn, { done: orders.returnDone, refreshes, isQuiet: true, onDone: onClose })
  const quantitiesOf = (values: Values) =>
    order.lines
      .map(({ variantId }) => ({ variantId, quantity: values[`line-${variantId}`] ?? 0 }))
      .filter(({ quantity }) => quantity > 0)
  const form = useForm<Values>({
    initial: {
      reason: '',
      note: '',
      ...Object.fromEntries(order.lines.map(({ variantId }) => [`line-${variantId}`, 0])),
    },
    mayBeLeft: true,
    validate: (values) => ({
      reason: values.reason === '' ? orders.reasonMissing : undefined,
      ...Object.fromEntries(
        order.lines
          .filter(({ variantId, quantity }) => {
            const given = values[`line-${variantId}`]
            return given === null || given === undefined || given < 0 || given > quantity
          })
          .map(({ variantId, quantity }) => [`line-${variantId}`, orders.quantityWrong(number(quantity))]),
      ),
      ...(quantitiesOf(values).length === 0 && { note: orders.nothingReturned }),
    }),
    submit: (values) =>
      record.run({
        params: { id: order.id },
        body: {
          reason: values.reason as ReturnReason,
          note: values.note.trim() === '' ? null : values.note.trim(),
          lines: quantitiesOf(values),
        },
      }),
  })
  return (
    <Dialog title={orders.recordReturn} onClose={onClose}>
      {record.error !== null && <Problem error={record.error} />}
      <FormView form={form} action={orders.recordReturn}>
        {order.lines.map((line) => (
          <NumberField
            key={line.variantId}
            label={pick(line.name)}
            unit={orders.of(number(line.quantity))}
            name={`line-${line.variantId}`}
            value={form.values[`line-${line.variantId}`] ?? null}
            onChange={(value) => form.set(`line-${line.variantId}`, value)}
            error={form.errors[`line-${line.variantId}`]}
          />
        ))}
        <SelectField
          label={orders.reason}
          empty={orders.chooseReason}
          options={returnReasons.map((reason) => ({ value: reason, label: orders.returnReasons[reason] }))}
          {...form.field('reason')}
        />
        <TextAreaField label={orders.note} isOptional rows={2} maxLength={500} {...form.field('note')} />
      </FormView>
    </Dialog>
  )
}
