import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { type OrderReturn, receiveReturn } from '@dhakacart/contract/returns.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { CheckField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { refreshes } from './refreshes.ts'

type Values = Record<string, number | null | boolean>

/** What arrived of a return: for sale again, or written off, and which units. */
export function ReceiptDialog({ one, order, onClose }: { one: OrderReturn; order: ConsoleOrder; onClose: () => void }) {
  const { texts, pick, number } = useWords()
  const { orders, general } = texts
  const receive = useWrite(receiveReturn, { done: general.saved, refreshes, isQuiet: true, onDone: onClose })
  const unitsOf = (variantId: number) => order.lines.find((line) => line.variantId === variantId)?.units ?? []
  const form = useForm<Values>({
    initial: Object.fromEntries(
      one.lines.flatMap(({ variantId, quantity }) => [
        [`good-${variantId}`, quantity],
        [`bad-${variantId}`, 0],
        ...unitsOf(variantId).map((unit) => [`unit-${variantId}-${unit}`, unitsOf(variantId).length === quantity]),
      ]),
    ),
    mayBeLeft: true,
    validate: (values) =>
      Object.fromEntries(
        one.lines
          .filter(({ variantId, quantity }) => {
            const [good, bad] = [values[`good-${variantId}`], values[`bad-${variantId}`]]
            if (typeof good !== 'number' || typeof bad !== 'number' || good < 0 || bad < 0) return true
            return good + bad > quantity
          })
          .map(({ variantId, quantity }) => [`good-${variantId}`, orders.receiptWrong(number(quantity))]),
      ),
    submit: (values) =>
      receive.run({
        params: { id: one.id },
        body: {
          version: one.version,
          lines: one.lines.map(({ variantId }) => ({
            variantId,
            restocked: Number(values[`good-${variantId}`]),
            writtenOff: Number(values[`bad-${variantId}`]),
            identities: unitsOf(variantId).filter((unit) => values[`unit-${variantId}-${unit}`] === true),
          })),
        },
      }),
  })
  const numberOf = (name: string) => ({
    name,
    value: form.values[name] as number | null,
    onChange: (value: number | null) => form.set(name, value),
    error: form.errors[name],
  })
  return (
    <Dialog title={orders.receive} onClose={onClose}>
      <p>{orders.receiveText}</p>
      <FormView form={form} action={orders.receive} problem={receive.error}>
        {one.lines.map((line) => (
          <fieldset key={line.variantId} className="form">
            <legend>
              <strong>{pick(line.name)}</strong> {orders.pieces(number(line.quantity))}
            </legend>
            <div className="form-row">
              <NumberField label={orders.restocked} {...numberOf(`good-${line.variantId}`)} />
              <NumberField label={orders.writtenOff} {...numberOf(`bad-${line.variantId}`)} />
            </div>
            {unitsOf(line.variantId).map((unit) => (
              <CheckField
                key={unit}
                name={`unit-${line.variantId}-${unit}`}
                label={orders.unitArrived(unit)}
                checked={form.values[`unit-${line.variantId}-${unit}`] === true}
                onChange={(checked) => form.set(`unit-${line.variantId}-${unit}`, checked)}
              />
            ))}
          </fieldset>
        ))}
      </FormView>
    </Dialog>
  )
}
