import { readSettlement, type SettlementRow } from '@dhakacart/contract/console-settlements.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { Empty, Loaded } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import type { PageProps } from '../../routes.tsx'
import { useWords } from '../../words.ts'
import { SettlementMoney, SettlementRows, VerdictBadges } from './settlement-rows.tsx'

/** One imported file: what came with it, and its rows, what is not right first. */
export default function SettlementPage({ params }: PageProps) {
  const { texts, dateTime } = useWords()
  const words = texts.couriers
  const read = useRead(readSettlement, { params: { id: Number(params['id']) } })
  const settlement = read.data?.settlement
  return (
    <>
      <PageHeader
        title={settlement?.fileName ?? words.settlements}
        back={{ to: '/settlements', label: words.settlements }}
        marks={settlement && <VerdictBadges counts={settlement.counts} />}
        {...(settlement && {
          text: [words.names[settlement.courier], settlement.importedAt && dateTime(settlement.importedAt)]
            .filter(Boolean)
            .join(' · '),
        })}
      />
      <Loaded read={read}>
        {(whole) => (
          <div className="stack">
            <SettlementMoney settlement={whole.settlement} />
            <Rows rows={whole.rows} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Rows({ rows }: { rows: readonly SettlementRow[] }) {
  const { texts, number } = useWords()
  const words = texts.couriers
  const different = rows.filter(({ verdict }) => verdict !== 'right')
  return (
    <Tabs
      label={words.verdict}
      tabs={[
        {
          key: 'different',
          label: words.onlyDifferent(number(different.length)),
          content: () =>
            different.length === 0 ? (
              <Empty title={words.noneDifferent} icon="check" />
            ) : (
              <>
                <p className="muted statement-note">{words.whatToDo}</p>
                <SettlementRows rows={different} />
              </>
            ),
        },
        {
          key: 'all',
          label: words.everything(number(rows.length)),
          content: () => <SettlementRows rows={rows} />,
        },
      ]}
    />
  )
}
