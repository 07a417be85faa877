import { type CourierBooking, resolveBooking } from '@dhakacart/contract/console-couriers.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Notice } from '../../components/states.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

type Props = {
  booking: CourierBooking
  /** As it was read last: the booking is as it was when the dialog opened, so that no button changes under a hand. */
  notBookedFrom: CourierBooking['notBookedFrom']
  onClose: () => void
}

/** What a person learned of a booking the courier did not answer, or that one is over. */
export function ResolveDialog({ booking, notBookedFrom, onClose }: Props) {
  const { texts, dateTime } = useWords()
  const { couriers: words } = texts
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
            <Button disabled={notBookedFrom !== null} isBusy={resolve.isBusy} onClick={() => run('not_booked')}>
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
      {booking.state === 'surplus' && <p>{words.surplusText}</p>}
      {booking.state !== 'surplus' && booking.calledOffAt !== null && <p>{words.toStopOfOrder}</p>}
      {booking.state === 'booked' && booking.calledOffAt === null && <p>{words.endText}</p>}
      {isUnknown && <p>{words.resolveText}</p>}
      {isUnknown && notBookedFrom !== null && (
        <Notice>{words.notBookedFrom(dateTime(wholeMinuteFrom(notBookedFrom)))}</Notice>
      )}
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

/** The first whole minute at or after it, since no seconds are shown. */
function wholeMinuteFrom(instant: string): string {
  const minuteMs = 60_000
  return new Date(Math.ceil(Date.parse(instant) / minuteMs) * minuteMs).toISOString()
}
