import { type CourierBooking, resolveBooking } from '@dhakacart/contract/console-couriers.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

/** What a person learned of a booking the courier did not answer, or that one is over. */
export function ResolveDialog({ booking, onClose }: { booking: CourierBooking; onClose: () => void }) {
  const { couriers: words } = useWords().texts
  const [consignmentId, setConsignment] = useState('')
  const resolve = useWrite(resolveBooking, {
    done: words.resolved,
    refreshes: ['/api/console/couriers'],
    onDone: onClose,
  })
  const { id, version } = booking
  const run = (outcome: 'not_booked' | 'booked' | 'ended') => {
    const named = outcome === 'booked' ? { consignmentId } : {}
    void resolve.run({ params: { id }, body: { version, outcome, ...named } })
  }
  const isUnknown = booking.state === 'unknown'
  return (
    <Dialog
      title={words.resolveTitle(booking.orderNumber)}
      onClose={onClose}
      actions={
        isUnknown ? (
          <>
            <Button isBusy={resolve.isBusy} onClick={() => run('not_booked')}>
              {words.notBooked}
            </Button>
            <Button look="main" isBusy={resolve.isBusy} onClick={() => consignmentId !== '' && run('booked')}>
              {words.wasBooked}
            </Button>
          </>
        ) : (
          <Button look="main" isBusy={resolve.isBusy} onClick={() => run('ended')}>
            {words.end}
          </Button>
        )
      }
    >
      {booking.calledOffAt !== null && <p>{words.toStopOfOrder}</p>}
      {isUnknown && <p>{words.resolveText}</p>}
      <p>
        {words.reference}: <span className="code-text">{booking.reference}</span>
      </p>
      {isUnknown && (
        <TextField
          name="consignment"
          label={words.consignment}
          value={consignmentId}
          onChange={setConsignment}
          isOptional
        />
      )}
    </Dialog>
  )
}
