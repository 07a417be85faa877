import { readSettlement } from '@dhakacart/contract/console-settlements.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { ComparedRows } from '../../components/compared-rows.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded } from '../../components/states.tsx'
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
            <ComparedRows rows={whole.rows} words={words} show={(rows) => <SettlementRows rows={rows} />} />
          </div>
        )}
      </Loaded>
    </>
  )
}
