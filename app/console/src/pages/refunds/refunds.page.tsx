import { type ConsoleRefund, listConsoleRefunds } from '@dhakacart/contract/console-payments.schema.ts'
import { type RefundState, refundStates } from '@dhakacart/contract/payments.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Empty, Loaded, Notice } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { Time } from '../../components/time.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords, type Words } from '../../words.ts'
import { causeText } from '../orders/cause-text.ts'
import { RefundActions } from './refund-actions.tsx'
import { RefundStateBadge } from './refund-state-badge.tsx'

const refreshEveryMs = 30_000
/** As many of each kind as one look takes in; the other tab pages through all. */
const maxWaiting = 100

/** Money on its way back: first what only people bring further. */
export default function RefundsPage() {
  const { refunds } = useWords().texts
  return (
    <>
      <PageHeader title={refunds.title} text={refunds.text} />
      <Tabs
        label={refunds.parts}
        tabs={[
          { key: 'waiting', label: refunds.waiting, content: () => <Waiting /> },
          { key: 'all', label: refunds.all, content: () => <All /> },
        ]}
      />
    </>
  )
}

/** What a provider refused, then what has to be given back by hand; those that wait longest first. */
function Waiting() {
  const { refunds: texts } = useWords().texts
  const read = { refreshEveryMs, keepsPrevious: true }
  const refused = useRead(listConsoleRefunds, { query: { state: 'refused', limit: maxWaiting }, ...read })
  const byHand = useRead(listConsoleRefunds, { query: { state: 'by_hand', limit: maxWaiting }, ...read })
  return (
    <Loaded read={refused}>
      {(first) => (
        <Loaded read={byHand}>
          {(second) => {
            const rows = [...first.refunds.toReversed(), ...second.refunds.toReversed()]
            const hasMore = first.nextCursor !== null || second.nextCursor !== null
            if (rows.length === 0) return <Empty icon="check" title={texts.noWaiting} text={texts.noWaitingText} />
            return (
              <>
                {hasMore && <Notice>{texts.more}</Notice>}
                <RefundTable rows={rows} />
              </>
            )
          }}
        </Loaded>
      )}
    </Loaded>
  )
}

function All() {
  const { refunds: texts } = useWords().texts
  const [search] = useSearch()
  const state = refundStates.find((one) => one === search.get('state'))
  const after = search.get('after')
  const query = { ...(state !== undefined && { state }), ...(after !== null && { after }) }
  const read = useRead(listConsoleRefunds, { query, keepsPrevious: true, refreshEveryMs })
  const labelOf = (value: RefundState) => ({ value, label: texts.states[value] })
  return (
    <>
      <FilterBar
        filters={[{ kind: 'choice', name: 'state', label: texts.state, options: refundStates.map(labelOf) }]}
      />
      {state === undefined && <p className="muted">{texts.openOnes}</p>}
      <ListPage
        read={read}
        count={({ refunds }) => refunds.length}
        isFiltered={state !== undefined}
        empty={{ title: texts.none, text: texts.noneText }}
      >
        {({ refunds }) => <RefundTable rows={refunds} />}
      </ListPage>
    </>
  )
}

function RefundTable({ rows }: { rows: readonly ConsoleRefund[] }) {
  const words = useWords()
  return (
    <DataTable
      label={words.texts.refunds.title}
      rows={rows}
      rowKey={({ id }) => String(id)}
      rowLink={({ orderId }) => `/orders/${orderId}`}
      columns={columnsFor(words)}
    />
  )
}

function columnsFor(words: Words): Column<ConsoleRefund>[] {
  const { texts, money, number } = words
  const { refunds, orders } = texts
  return [
    { key: 'order', header: refunds.order, cell: ({ orderNumber }) => orderNumber, isMain: true },
    {
      key: 'state',
      header: refunds.state,
      cell: ({ state, problem, attempts }) => (
        <>
          <RefundStateBadge state={state} />
          {problem !== null && <p className="small code-text">{problem}</p>}
          {attempts > 0 && state !== 'done' && (
            <p className="small muted">
              {refunds.attempts}: {refunds.times(number(attempts))}
            </p>
          )}
        </>
      ),
    },
    { key: 'amount', header: refunds.amount, cell: ({ amountPaisa }) => money(amountPaisa), isNumber: true },
    {
      key: 'method',
      header: refunds.method,
      cell: ({ method }) => (method === null ? refunds.cash : orders.methods[method]),
    },
    { key: 'reason', header: refunds.reason, cell: ({ reason }) => causeText(reason, words) },
    {
      key: 'reference',
      header: refunds.reference,
      cell: ({ reference }) => <span className="code-text">{reference}</span>,
    },
    { key: 'requested', header: refunds.requested, cell: ({ requestedAt }) => <Time at={requestedAt} /> },
    { key: 'actions', header: refunds.actions, cell: (refund) => <RefundActions refund={refund} /> },
  ]
}
