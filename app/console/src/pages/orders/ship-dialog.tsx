import { type ConsoleOrder, type Courier, couriers, shipOrder } from '@dhakacart/contract/console-orders.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { SelectField, TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'
import { refreshes } from './refreshes.ts'

/** Who takes the parcel, and under which number. */
export function ShipDialog({ order, onClose }: { order: ConsoleOrder; onClose: () => void }) {
  const { orders } = useWords().texts
  const ship = useWrite(shipOrder, { done: orders.shipDone, refreshes, isQuiet: true, onDone: onClose })
  const form = useForm({
    initial: { courier: (order.courier ?? 'pathao') as string, trackingNumber: '' },
    mayBeLeft: true,
    validate: ({ trackingNumber }) => ({
      trackingNumber: /^$|^[A-Za-z0-9][A-Za-z0-9-]{2,39}$/.test(trackingNumber.trim())
        ? undefined
        : orders.trackingWrong,
    }),
    submit: ({ courier, trackingNumber }) =>
      ship.run({
        params: { id: order.id },
        body: {
          version: order.version,
          courier: courier as Courier,
          trackingNumber: trackingNumber.trim() === '' ? null : trackingNumber.trim(),
        },
      }),
  })
  return (
    <Dialog title={orders.shipTitle(order.number)} onClose={onClose}>
      <FormView form={form} action={orders.ship} problem={ship.error}>
        <SelectField
          label={orders.courier}
          options={couriers.map((courier) => ({ value: courier, label: orders.couriers[courier] }))}
          {...form.field('courier')}
        />
        <TextField
          label={orders.tracking}
          help={orders.trackingHelp}
          isOptional
          maxLength={40}
          autoComplete="off"
          {...form.field('trackingNumber')}
        />
      </FormView>
    </Dialog>
  )
}
