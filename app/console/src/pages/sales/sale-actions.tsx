import { type Sale, type SaleState, setSaleState } from '@dhakacart/contract/console-sales.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Notice, Problem } from '../../components/states.tsx'
import { useWords } from '../../words.ts'
import { SaleProblems } from './sale-problems.tsx'

const refreshes = ['/api/console/sales']

/** Schedules a saved draft, takes a sale back to draft before it begins, or cancels it. */
export function SaleActions({ sale, isDirty }: { sale: Sale; isDirty: boolean }) {
  const { texts, dateTime } = useWords()
  const { sales } = texts
  const [asked, setAsked] = useState<'scheduled' | 'cancelled' | null>(null)
  const done = { draft: sales.withdrawn, scheduled: sales.scheduled, cancelled: sales.cancelled }
  const change = useWrite(setSaleState, {
    refreshes,
    isQuiet: true,
    done: done[asked ?? 'draft'],
    onDone: () => setAsked(null),
  })
  const send = (state: SaleState) =>
    void change.run({ params: { saleId: sale.id }, body: { version: sale.version, state } })
  const isLineProblem = (change.error as { code?: string } | null)?.code === 'SALE_INVALID'
  return (
    <div className="stack">
      <SaleProblems error={change.error} lines={sale.lines} />
      {change.error !== null && !isLineProblem && <Problem error={change.error} />}
      {isDirty && sale.phase === 'draft' && <Notice>{sales.unsavedNote}</Notice>}
      <div className="actions">
        {sale.phase === 'draft' && (
          <Button look="main" disabled={isDirty} onClick={() => setAsked('scheduled')}>
            {sales.schedule}
          </Button>
        )}
        {sale.phase === 'upcoming' && (
          <Button isBusy={change.isBusy} onClick={() => send('draft')}>
            {sales.withdraw}
          </Button>
        )}
        <Button look="danger" onClick={() => setAsked('cancelled')}>
          {sales.cancel}
        </Button>
      </div>
      {asked === 'scheduled' && (
        <ConfirmDialog
          title={sales.scheduleTitle}
          text={sales.scheduleText(dateTime(sale.startsAt), dateTime(sale.endsAt))}
          action={sales.schedule}
          isBusy={change.isBusy}
          onConfirm={() => send('scheduled')}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'cancelled' && (
        <ConfirmDialog
          title={sales.cancelTitle}
          text={sales.cancelText}
          action={sales.cancelAction}
          isDangerous
          isBusy={change.isBusy}
          onConfirm={() => send('cancelled')}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
