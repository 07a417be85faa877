import {
  type Settlement,
  type SettlementRow,
  type SettlementVerdict,
  settlementVerdicts,
} from '@dhakacart/contract/console-settlements.schema.ts'
import { Badge, type Tone } from '../../components/badge.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Facts } from '../../components/facts.tsx'
import { Notice } from '../../components/states.tsx'
import { Link } from '../../router/link.tsx'
import { useWords } from '../../words.ts'

/** Red is what somebody has to ask about; money that came before its parcel's delivery is known is in the books, and settles it then. */
const tones: Readonly<Record<SettlementVerdict, Tone>> = {
  right: 'good',
  not_delivered: 'info',
  short: 'stop',
  over: 'stop',
  unknown_parcel: 'stop',
  double: 'stop',
}

/** How many rows of each kind, the right ones first. */
export function VerdictBadges({ counts }: { counts: Readonly<Record<SettlementVerdict, number>> }) {
  const { texts, number } = useWords()
  return (
    <span className="badges">
      {settlementVerdicts
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <Badge key={verdict} tone={tones[verdict]}>
            {texts.couriers.verdicts[verdict]} {number(counts[verdict])}
          </Badge>
        ))}
    </span>
  )
}

/** What came with a file, and what of it is in the books. */
export function SettlementMoney({ settlement }: { settlement: Settlement }) {
  const { texts, money } = useWords()
  const words = texts.couriers
  const { id, collectedPaisa, feePaisa, bookedPaisa } = settlement
  const paidPaisa = collectedPaisa - feePaisa
  return (
    <>
      <Facts
        facts={[
          [words.collected, money(collectedPaisa)],
          [words.fee, money(feePaisa)],
          [words.paidOut, money(paidPaisa)],
          [id === null ? words.intoBooks : words.inBooks, money(bookedPaisa)],
        ]}
      />
      {paidPaisa !== bookedPaisa && <Notice tone="warn">{words.notInBooks(money(paidPaisa - bookedPaisa))}</Notice>}
    </>
  )
}

/** The rows of one file beside what was expected. */
export function SettlementRows({ rows }: { rows: readonly SettlementRow[] }) {
  const { texts, money, number } = useWords()
  const words = texts.couriers
  return (
    <DataTable
      label={words.rows}
      rows={rows}
      rowKey={({ line }) => String(line)}
      columns={[
        { key: 'line', header: words.line, cell: ({ line }) => number(line), isNumber: true },
        {
          key: 'parcel',
          header: words.consignment,
          cell: ({ parcel }) => <span className="code-text">{parcel}</span>,
          isMain: true,
        },
        {
          key: 'order',
          header: words.order,
          cell: ({ orderId, orderNumber }) =>
            orderId === null ? null : <Link to={`/orders/${orderId}`}>{orderNumber}</Link>,
        },
        { key: 'collected', header: words.collected, cell: (row) => money(row.collectedPaisa), isNumber: true },
        {
          key: 'expected',
          header: words.expected,
          cell: ({ expectedPaisa }) => (expectedPaisa === null ? null : money(expectedPaisa)),
          isNumber: true,
        },
        { key: 'fee', header: words.fee, cell: ({ feePaisa }) => money(feePaisa), isNumber: true },
        {
          key: 'verdict',
          header: words.verdict,
          cell: ({ verdict }) => <Badge tone={tones[verdict]}>{words.verdicts[verdict]}</Badge>,
        },
      ]}
    />
  )
}
