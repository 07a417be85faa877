import { addOrderNote, type ConsoleOrder } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { Panel } from '../../components/facts.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import type { IconName } from '../../components/icon.tsx'
import { TextAreaField } from '../../components/text-fields.tsx'
import { Timeline } from '../../components/timeline.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { causeText } from './cause-text.ts'
import { refreshes } from './refreshes.ts'

type Entry = ConsoleOrder['timeline'][number]

const icons: Record<Entry['kind'], IconName> = {
  step: 'check',
  note: 'edit',
  shipment: 'truck',
  return: 'box',
  cancellation: 'alert',
}

/** Everything that happened to the order, newest first, and a note for the next person. */
export function OrderHistory({ order }: { order: ConsoleOrder }) {
  const words = useWords()
  const { orders, general } = words.texts
  const mayNote = useMe().can('orders.note')
  const add = useWrite(addOrderNote, {
    done: general.saved,
    refreshes,
    isQuiet: true,
    onDone: () => form.reset({ text: '' }),
  })
  const form = useForm({
    initial: { text: '' },
    validate: ({ text }) => ({ text: text.trim() === '' ? orders.noteMissing : undefined }),
    submit: ({ text }) => add.run({ params: { id: order.id }, body: { text: text.trim() } }),
  })
  return (
    <Panel title={orders.history}>
      <div className="form">
        {mayNote && (
          <FormView form={form} action={orders.addNote} problem={add.error}>
            <TextAreaField
              label={orders.note}
              help={orders.noteHelp}
              rows={2}
              maxLength={500}
              {...form.field('text')}
            />
          </FormView>
        )}
        <Timeline
          steps={order.timeline.toReversed().map((entry, index) => ({
            key: `${index}-${entry.at}`,
            title: titleOf(entry, words),
            at: entry.at,
            text: [detailOf(entry, words), entry.by].filter(Boolean).join(' · '),
            icon: icons[entry.kind],
            tone: entry.kind === 'step' ? ('good' as const) : ('quiet' as const),
          }))}
        />
      </div>
    </Panel>
  )
}

function titleOf({ kind, text }: Entry, { texts }: Words): string {
  const states: Readonly<Record<string, string>> = texts.orderStates satisfies Record<OrderState, string>
  const returns: Readonly<Record<string, string>> = texts.orders.returnStates
  const cancellations: Readonly<Record<string, string>> = texts.orders.cancellationStates
  const couriers: Readonly<Record<string, string>> = texts.orders.couriers
  if (kind === 'step') return states[text] ?? text
  if (kind === 'shipment') return texts.orders.handedTo(couriers[text] ?? text)
  if (kind === 'cancellation') return `${texts.orders.cancellation}: ${cancellations[text] ?? text}`
  if (kind === 'return') return `${texts.orders.return}: ${returns[text] ?? text}`
  return text
}

/** Why a step was taken, or under which number a parcel went. */
function detailOf({ kind, detail }: Entry, words: Words): string | null {
  if (detail === null) return null
  if (kind === 'step') return causeText(detail, words)
  return kind === 'shipment' ? detail : null
}
