import {
  type SettlementRow,
  type SettlementVerdict,
  settlementVerdicts,
} from '@dhakacart/contract/console-settlements.schema.ts'
import { Badge } from '../../components/badge.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { useWords } from '../../words.ts'

/** How many rows of each kind, the right ones first. */
export function VerdictBadges({ counts }: { counts: Readonly<Record<SettlementVerdict, number>> }) {
  const { texts, number } = useWords()
  return (
    <span className="badges">
      {settlementVerdicts
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <Badge key={verdict} tone={verdict === 'right' ? 'good' : 'stop'}>
            {texts.couriers.verdicts[verdict]} {number(counts[verdict])}
          </Badge>
        ))}
    </span>
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
        { key: 'parcel', header: words.consignment, cell: ({ parcel }) => parcel, isMain: true },
        { key: 'order', header: words.order, cell: ({ orderNumber }) => orderNumber },
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
          cell: ({ verdict }) => <Badge tone={verdict === 'right' ? 'good' : 'stop'}>{words.verdicts[verdict]}</Badge>,
        },
      ]}
    />
  )
}
