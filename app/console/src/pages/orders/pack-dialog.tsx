import { type ConsoleOrder, packOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { readUnitIdentity } from '@dhakacart/contract/unit-identity.ts'
import { useWrite } from '../../api/use-write.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { refreshes } from './refreshes.ts'

type Line = ConsoleOrder['lines'][number]

/** One field per unit that carries a serial number or IMEI; a scanner's Enter goes to the next. */
export function PackDialog({ order, onClose }: { order: ConsoleOrder; onClose: () => void }) {
  const { texts, pick, number } = useWords()
  const { orders } = texts
  const lines = order.lines.filter(({ unitIdentity }) => unitIdentity !== 'none')
  const fields = lines.flatMap((line) =>
    Array.from({ length: line.quantity }, (_, index) => ({ line, index, name: nameOf(line, index) })),
  )
  const pack = useWrite(packOrder, { done: orders.packDone, refreshes, isQuiet: true, onDone: onClose })
  const form = useForm<Record<string, string>>({
    initial: Object.fromEntries(fields.map(({ name }) => [name, ''])),
    mayBeLeft: true,
    validate: (values) => {
      const seen = new Set<string>()
      const wrong = fields.flatMap(({ line, name }) => {
        const kind = line.unitIdentity === 'imei' ? 'imei' : 'serial'
        const read = readUnitIdentity(kind, values[name] ?? '')
        if (read === null) return [[name, orders.identityWrong[kind]] as const]
        if (seen.has(read)) return [[name, orders.identityTwice] as const]
        seen.add(read)
        return []
      })
      return Object.fromEntries(wrong)
    },
    submit: (values) => {
      const units = lines.map((line) => ({
        variantId: line.variantId,
        identities: Array.from({ length: line.quantity }, (_, index) => values[nameOf(line, index)] ?? ''),
      }))
      return pack.run({ params: { id: order.id }, body: { version: order.version, units } })
    },
  })
  return (
    <Dialog title={orders.packTitle(order.number)} onClose={onClose}>
      <p>{fields.length === 0 ? orders.packPlain : orders.packText}</p>
      <FormView form={form} action={orders.pack} problem={pack.error}>
        {fields.map(({ line, index, name }, position) => (
          <TextField
            key={name}
            label={`${orders.identities[line.unitIdentity === 'imei' ? 'imei' : 'serial']} ${number(index + 1)}: ${pick(line.name)}`}
            autoComplete="off"
            maxLength={60}
            autoFocus={position === 0}
            {...form.field(name)}
          />
        ))}
      </FormView>
    </Dialog>
  )
}

function nameOf({ variantId }: Line, index: number): string {
  return `unit-${variantId}-${index}`
}
