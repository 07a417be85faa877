import type { ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { requestRefund } from '@dhakacart/contract/console-payments.schema.ts'
import { pricePaid } from '@dhakacart/contract/price-paid.ts'
import { useWrite } from '../../api/use-write.ts'
import { MoneyField, NumberField } from '../../components/amount-fields.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { type Form, FormView, useForm } from '../../components/form.tsx'
import { RadioField, TextAreaField } from '../../components/text-fields.tsx'
import { useWords, type Words } from '../../words.ts'
import { moneyRefreshes } from '../payments/refreshes.ts'

type Values = { what: string; reason: string; amount: number | null; [line: `line-${number}`]: number | null }
type Props = { order: ConsoleOrder; leftPaisa: number; onClose: () => void }

/** Gives money of an order back: all that is left, what single products cost, or an amount. */
export function RefundDialog({ order, leftPaisa, onClose }: Props) {
  const words = useWords()
  const { refunds } = words.texts
  const give = useWrite(requestRefund, {
    done: refunds.given,
    refreshes: moneyRefreshes,
    isQuiet: true,
    onDone: onClose,
  })
  const form = useForm<Values>({
    initial: { what: 'everything', reason: '', amount: null, ...emptyLines(order) },
    mayBeLeft: true,
    validate: (values) => problemsOf(values, { order, leftPaisa, words }),
    submit: (values) =>
      give.run({
        params: { id: order.id },
        body: { ...wantedOf(values, order, leftPaisa), reason: values.reason.trim() },
      }),
  })
  const { what } = form.values
  return (
    <Dialog title={refunds.giveTitle(order.number)} onClose={onClose}>
      <p>{refunds.giveText}</p>
      <FormView form={form} action={refunds.give} problem={give.error}>
        <RadioField
          label={refunds.what}
          options={[
            { value: 'everything', label: refunds.everything(words.money(leftPaisa)) },
            { value: 'lines', label: refunds.lines },
            { value: 'amount', label: refunds.anAmount },
          ]}
          {...form.field('what')}
        />
        {what === 'lines' && <LineFields order={order} form={form} />}
        {what === 'amount' && <MoneyField label={refunds.amount} {...form.amount('amount')} />}
        <TextAreaField
          label={refunds.reason}
          help={refunds.reasonHelp}
          rows={2}
          maxLength={300}
          {...form.field('reason')}
        />
      </FormView>
    </Dialog>
  )
}

function LineFields({ order, form }: { order: ConsoleOrder; form: Form<Values> }) {
  const { texts, pick, number, money } = useWords()
  const totalPaisa = order.lines.reduce(
    (sum, line) => sum + pricePaid(line, 0, form.values[`line-${line.variantId}`] ?? 0),
    0,
  )
  return (
    <>
      {order.lines.map((line) => (
        <NumberField
          key={line.variantId}
          label={pick(line.name)}
          unit={texts.refunds.pieces(number(line.quantity))}
          name={`line-${line.variantId}`}
          value={form.values[`line-${line.variantId}`] ?? null}
          onChange={(value) => form.set(`line-${line.variantId}`, value)}
          error={form.errors[`line-${line.variantId}`]}
        />
      ))}
      <p aria-live="polite">
        {texts.refunds.linesTotal}: <strong>{money(totalPaisa)}</strong>
      </p>
    </>
  )
}

function emptyLines({ lines }: ConsoleOrder): Record<`line-${number}`, number> {
  return Object.fromEntries(lines.map(({ variantId }) => [`line-${variantId}`, 0]))
}

function linesOf(values: Values, { lines }: ConsoleOrder) {
  return lines
    .map(({ variantId }) => ({ variantId, quantity: values[`line-${variantId}`] ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
}

/** What the api is asked for; units are named only where the money is for them. */
function wantedOf(values: Values, order: ConsoleOrder, leftPaisa: number) {
  if (values.what === 'lines') return { amountPaisa: null, lines: linesOf(values, order) }
  return { amountPaisa: values.what === 'everything' ? leftPaisa : values.amount, lines: [] }
}

type Limits = { order: ConsoleOrder; leftPaisa: number; words: Words }

function problemsOf(values: Values, { order, leftPaisa, words }: Limits) {
  const { refunds } = words.texts
  const { what, amount, reason } = values
  const isAmountWrong = what === 'amount' && (amount === null || amount < 1 || amount > leftPaisa)
  return {
    amount: isAmountWrong ? refunds.amountWrong(words.money(leftPaisa)) : undefined,
    ...(what === 'lines' && lineProblems(values, order, words)),
    reason: reason.trim() === '' ? refunds.reasonMissing : undefined,
  }
}

function lineProblems(values: Values, order: ConsoleOrder, { texts: { refunds }, number }: Words) {
  const wrong = order.lines.filter(({ variantId, quantity }) => {
    const given = values[`line-${variantId}`]
    return given === null || given === undefined || given < 0 || given > quantity
  })
  const first = order.lines[0]
  if (wrong.length === 0 && linesOf(values, order).length === 0 && first !== undefined) {
    return { [`line-${first.variantId}`]: refunds.nothingChosen }
  }
  return Object.fromEntries(
    wrong.map(({ variantId, quantity }) => [`line-${variantId}`, refunds.quantityWrong(number(quantity))]),
  )
}
