import { type ConsoleMessage, listConsoleMessages } from '@dhakacart/contract/console-messages.schema.ts'
import { messageStates } from '@dhakacart/contract/mailbox.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../components/button.tsx'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { FilterBar } from '../../components/filter-bar.tsx'
import { ListPage } from '../../components/list-page.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Notice } from '../../components/states.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/search.ts'
import { useWords, type Words } from '../../words.ts'
import { MessageDialog } from './message-dialog.tsx'
import { failureText, MessageStateBadge, templateText } from './message-texts.tsx'

const refreshEveryMs = 30_000

/** What customers were told, newest first; of one order where the address names it. */
export default function MessagesPage() {
  const words = useWords()
  const { messages: texts } = words.texts
  const [search] = useSearch()
  const [chosenId, setChosenId] = useState<number | null>(null)
  const orderId = search.get('orderId')
  const state = messageStates.find((one) => one === search.get('state'))
  const after = search.get('after')
  const query = {
    ...(orderId !== null && { orderId: Number(orderId) }),
    ...(state !== undefined && { state }),
    ...(after !== null && { after }),
  }
  const read = useRead(listConsoleMessages, { query, keepsPrevious: true, refreshEveryMs })
  const rows = read.data?.messages ?? []
  const chosen = rows.find(({ id }) => id === chosenId)
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      {orderId !== null && <OneOrder number={rows[0]?.orderNumber ?? null} />}
      <FilterBar
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: texts.state,
            options: messageStates.map((value) => ({ value, label: texts.states[value] })),
          },
        ]}
      />
      <ListPage
        read={read}
        count={({ messages }) => messages.length}
        isFiltered={state !== undefined}
        empty={{
          title: orderId === null ? texts.none : texts.noneOfOrder,
          text: orderId === null ? texts.noneText : texts.noneOfOrderText,
        }}
      >
        {({ messages }) => (
          <DataTable
            label={texts.title}
            rows={messages}
            rowKey={({ id }) => String(id)}
            columns={columnsFor(words, setChosenId)}
          />
        )}
      </ListPage>
      {chosen && <MessageDialog message={chosen} onClose={() => setChosenId(null)} />}
    </>
  )
}

function OneOrder({ number }: { number: string | null }) {
  const { messages } = useWords().texts
  return (
    <Notice>
      {number === null ? messages.ofOneOrder : messages.ofOrder(number)} <Link to="/messages">{messages.showAll}</Link>
    </Notice>
  )
}

function columnsFor(words: Words, onOpen: (id: number) => void): Column<ConsoleMessage>[] {
  const { messages } = words.texts
  return [
    { key: 'what', header: messages.what, cell: (message) => templateText(message.template, words), isMain: true },
    {
      key: 'order',
      header: messages.order,
      cell: ({ orderId, orderNumber }) =>
        orderId === null ? '–' : <Link to={`/orders/${orderId}`}>{orderNumber}</Link>,
    },
    {
      key: 'to',
      header: messages.recipient,
      cell: ({ channel, recipient }) => (
        <span className="breaks">{channel === 'sms' ? words.digits(recipient) : recipient}</span>
      ),
    },
    { key: 'channel', header: messages.channel, cell: ({ channel }) => messages.channels[channel] },
    {
      key: 'state',
      header: messages.state,
      cell: ({ state, failure }) => (
        <>
          <MessageStateBadge state={state} />
          {failure !== null && <p className="small muted">{failureText(failure, words)}</p>}
        </>
      ),
    },
    { key: 'created', header: messages.created, cell: ({ createdAt }) => <Time at={createdAt} /> },
    {
      key: 'open',
      header: messages.open,
      cell: ({ id }) => <Button onClick={() => onOpen(id)}>{messages.open}</Button>,
    },
  ]
}
