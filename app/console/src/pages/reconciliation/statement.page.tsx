import {
  type MissingInStatement,
  readStatement,
  type Statement,
  type StatementRow,
} from '@dhakacart/contract/console-statements.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { ComparedRows } from '../../components/compared-rows.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import type { PageProps } from '../../routes.tsx'
import { useWords } from '../../words.ts'
import { MissingRows, StatementBadges, StatementRows } from './statement-rows.tsx'

/** One list of a provider: what is not right first, and what of ours it lacks. */
export default function StatementPage({ params }: PageProps) {
  const { texts, date } = useWords()
  const words = texts.statements
  const read = useRead(readStatement, { params: { id: Number(params['id']) } })
  const statement = read.data?.statement
  const daysText = ({ fromDay, toDay }: Statement) =>
    fromDay === toDay ? date(fromDay) : words.period(date(fromDay), date(toDay))
  return (
    <>
      <PageHeader
        title={statement?.fileName ?? words.title}
        back={{ to: '/reconciliation?tab=statements', label: words.title }}
        marks={statement && <StatementBadges {...statement} />}
        {...(statement && {
          text: `${texts.orders.methods[statement.method]} · ${daysText(statement)}`,
        })}
      />
      <Loaded read={read}>{(whole) => <Parts {...whole} />}</Loaded>
    </>
  )
}

type Whole = { statement: Statement; rows: StatementRow[]; missing: MissingInStatement[] }

function Parts({ statement, rows, missing }: Whole) {
  const { texts, number } = useWords()
  const words = texts.statements
  const missingRows = () =>
    missing.length === 0 ? (
      <Empty title={words.noMissing} icon="check" />
    ) : (
      <MissingRows missing={missing} count={statement.missingCount} />
    )
  return (
    <ComparedRows
      rows={rows}
      words={words}
      show={(shown, label) => <StatementRows rows={shown} label={label} />}
      between={[{ key: 'missing', label: words.missing(number(statement.missingCount)), content: missingRows }]}
    />
  )
}
