import type { Courier } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderMoney } from '@dhakacart/contract/console-payments.schema.ts'
import type { OnlineMethod } from '@dhakacart/contract/payments.schema.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Time } from '../../components/time.tsx'
import { useWords, type Words } from '../../words.ts'

type Entry = OrderMoney['ledger'][number]

/** Both sides of every movement of the order's money. */
export function OrderLedger({ entries }: { entries: readonly Entry[] }) {
  const words = useWords()
  const { payments } = words.texts
  return (
    <details className="payments-more">
      <summary>{payments.ledger}</summary>
      <DataTable
        label={payments.ledger}
        rows={entries}
        rowKey={({ postingId, account }) => `${postingId}-${account}`}
        columns={[
          {
            key: 'account',
            header: payments.account,
            cell: ({ account }) => accountText(account, words),
            isMain: true,
          },
          {
            key: 'amount',
            header: payments.amount,
            cell: ({ amountPaisa }) => words.money(amountPaisa),
            isNumber: true,
          },
          { key: 'cause', header: payments.cause, cell: ({ cause }) => causeText(cause, words) },
          { key: 'posted', header: payments.posted, cell: ({ postedAt }) => <Time at={postedAt} isExact /> },
        ]}
      />
    </details>
  )
}

function accountText(account: string, { texts: { payments, orders } }: Words): string {
  const [kind = '', name = ''] = account.split(':')
  if (kind === 'provider') return payments.accounts.provider(orders.methods[name as OnlineMethod] ?? name)
  if (kind === 'courier') return payments.accounts.courier(orders.couriers[name as Courier] ?? name)
  const own: Readonly<Record<string, string>> = payments.ownAccounts
  return own[account.startsWith('order:') ? 'order' : account] ?? account
}

function causeText(cause: string, { texts: { payments } }: Words): string {
  const known: Readonly<Record<string, string>> = payments.causes
  return known[cause] ?? cause
}
