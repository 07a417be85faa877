import {
  type MissingInStatement,
  type Statement,
  type StatementRow,
  statementVerdicts,
} from '@dhakacart/contract/console-statements.schema.ts'
import { Badge } from '../../components/badge.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useWords } from '../../words.ts'

type Counted = Pick<Statement, 'counts' | 'missingCount'>

/** How many rows of each kind, the right ones first, and how many of ours the list lacks. */
export function StatementBadges({ counts, missingCount }: Counted) {
  const { texts, number } = useWords()
  const words = texts.statements
  return (
    <span className="badges">
      {statementVerdicts
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <Badge key={verdict} tone={verdict === 'right' ? 'good' : 'stop'}>
            {words.verdicts[verdict]} {number(counts[verdict])}
          </Badge>
        ))}
      {missingCount > 0 && <Badge tone="warn">{words.missing(number(missingCount))}</Badge>}
    </span>
  )
}

/** The rows of a list beside our books. */
export function StatementRows({ rows, label }: { rows: readonly StatementRow[]; label: string }) {
  const { texts, money, number } = useWords()
  const words = texts.statements
  return (
    <DataTable
      label={label}
      rows={rows.map((row, position) => ({ ...row, position }))}
      rowKey={({ position }) => String(position)}
      columns={[
        { key: 'line', header: words.line, cell: ({ line }) => number(line), isNumber: true },
        {
          key: 'reference',
          header: words.reference,
          cell: ({ reference, ourReference }) => (
            <>
              <span className="code-text">{reference}</span>
              {ourReference !== null && <p className="small code-text">{ourReference}</p>}
            </>
          ),
          isMain: true,
        },
        {
          key: 'order',
          header: words.order,
          cell: ({ orderId, orderNumber }) =>
            orderId === null ? null : <Link to={`/orders/${orderId}`}>{orderNumber}</Link>,
        },
        { key: 'theirs', header: words.theirs, cell: ({ amountPaisa }) => money(amountPaisa), isNumber: true },
        {
          key: 'ours',
          header: words.ours,
          cell: ({ bookedPaisa }) =>
            bookedPaisa === null ? <span className="muted">{words.nothing}</span> : money(bookedPaisa),
          isNumber: true,
        },
        {
          key: 'verdict',
          header: words.verdict,
          cell: ({ verdict }) => <Badge tone={verdict === 'right' ? 'good' : 'stop'}>{words.verdicts[verdict]}</Badge>,
        },
      ]}
    />
  )
}

/** What we booked and no list of the provider has. */
export function MissingRows({ missing, count }: { missing: readonly MissingInStatement[]; count: number }) {
  const { texts, money, number } = useWords()
  const words = texts.statements
  return (
    <>
      <p className="muted statement-note">
        {words.missingText} {count > missing.length && words.moreMissing}
      </p>
      <DataTable
        label={words.missing(number(count))}
        rows={missing}
        rowKey={({ reference, amountPaisa }) => `${reference} ${amountPaisa}`}
        rowLink={({ orderId }) => `/orders/${orderId}`}
        columns={[
          { key: 'order', header: words.order, cell: ({ orderNumber }) => orderNumber, isMain: true },
          {
            key: 'reference',
            header: words.reference,
            cell: ({ reference }) => <span className="code-text">{reference}</span>,
          },
          { key: 'amount', header: words.ours, cell: ({ amountPaisa }) => money(amountPaisa), isNumber: true },
          { key: 'at', header: words.booked, cell: ({ bookedAt }) => <Time at={bookedAt} /> },
        ]}
      />
    </>
  )
}
