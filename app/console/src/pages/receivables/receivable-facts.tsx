import type { Receivable } from '@dhakacart/contract/console-receivables.schema.ts'
import { Badge } from '../../components/badge.tsx'
import { Facts } from '../../components/facts.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useWords } from '../../words.ts'
import { ReceiveButton } from './receive-dialog.tsx'

/** What was taken at the door for one order, and whether it has come. */
export function ReceivableFacts({ receivable }: { receivable: Receivable }) {
  const { texts, money } = useWords()
  const { receivables: words } = texts
  const { courier, parcel, duePaisa, deliveredAt, settledAt, collectedPaisa, feePaisa, settlementId, note } = receivable
  const missingPaisa = collectedPaisa === null ? 0 : duePaisa - collectedPaisa
  return (
    <section>
      <p className="badges">
        <strong>{words.atDoor}</strong>
        <Badge tone={settledAt === null ? 'info' : 'good'}>{settledAt === null ? words.owed : words.settled}</Badge>
      </p>
      <Facts
        facts={[
          [words.due, money(duePaisa)],
          [words.courier, texts.orders.couriers[courier]],
          [words.parcel, parcel && <span className="code-text">{parcel}</span>],
          [words.delivered, <Time key="delivered" at={deliveredAt} isExact />],
          [words.settledAt, settledAt && <Time key="settled" at={settledAt} isExact />],
          [words.collected, collectedPaisa === null ? null : money(collectedPaisa)],
          [words.fee, feePaisa ? money(feePaisa) : null],
          [words.difference, missingPaisa === 0 ? null : money(-missingPaisa)],
          [words.note, note],
          [
            words.byFile,
            settlementId && (
              <Link key="file" to={`/settlements/${settlementId}`}>
                {texts.couriers.settlements}
              </Link>
            ),
          ],
        ]}
      />
      <ReceiveButton receivable={receivable} />
    </section>
  )
}
