import { readSettlement } from '@dhakacart/contract/console-settlements.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded } from '../../components/states.tsx'
import type { PageProps } from '../../routes.tsx'
import { useWords } from '../../words.ts'
import { SettlementMoney, SettlementRows, VerdictBadges } from './settlement-rows.tsx'

/** One imported file with its rows. */
export default function SettlementPage({ params }: PageProps) {
  const { couriers: words } = useWords().texts
  const read = useRead(readSettlement, { params: { id: Number(params['id']) } })
  return (
    <>
      <PageHeader
        title={read.data?.settlement.fileName ?? words.settlements}
        back={{ to: '/settlements', label: words.settlements }}
        marks={read.data && <VerdictBadges counts={read.data.settlement.counts} />}
      />
      <Loaded read={read}>
        {({ settlement, rows }) => (
          <div className="stack">
            <SettlementMoney settlement={settlement} />
            <SettlementRows rows={rows} />
          </div>
        )}
      </Loaded>
    </>
  )
}
