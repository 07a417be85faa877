import { type ConsoleMessage, sendMessageAgain } from '@dhakacart/contract/console-messages.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Facts } from '../../components/facts.tsx'
import { Time } from '../../components/time.tsx'
import { Link } from '../../router/link.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { failureText, MessageStateBadge, templateText } from './message-texts.tsx'

type Props = { message: ConsoleMessage; onClose: () => void }

/** One message in full, for those who may read it, and sending it once more. */
export function MessageDialog({ message, onClose }: Props) {
  const words = useWords()
  const { messages, general } = words.texts
  const maySend = useMe().can('orders.note') && message.canSendAgain
  const send = useWrite(sendMessageAgain, {
    done: messages.sentAgain,
    refreshes: ['/api/console/messages'],
    onDone: onClose,
  })
  return (
    <Dialog
      title={templateText(message.template, words)}
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{general.close}</Button>
          {maySend && (
            <Button look="main" isBusy={send.isBusy} onClick={() => void send.run({ params: { id: message.id } })}>
              {messages.sendAgain}
            </Button>
          )}
        </>
      }
    >
      <MessageFacts message={message} />
      {message.body === null ? (
        <p className="muted">{messages.hidden}</p>
      ) : (
        <div className="messages-text" lang={message.language}>
          {message.subject !== null && <strong>{message.subject}</strong>}
          <p>{message.body}</p>
        </div>
      )}
      {maySend && <p className="small muted">{messages.sendAgainText}</p>}
    </Dialog>
  )
}

function MessageFacts({ message }: { message: ConsoleMessage }) {
  const words = useWords()
  const { messages } = words.texts
  const { orderId, orderNumber, failure, sentAt } = message
  return (
    <Facts
      facts={[
        [messages.state, <MessageStateBadge key="state" state={message.state} />],
        [messages.failure, failure === null ? null : failureText(failure, words)],
        [
          messages.order,
          orderId === null ? null : (
            <Link key="order" to={`/orders/${orderId}`}>
              {orderNumber}
            </Link>
          ),
        ],
        [messages.recipient, words.digits(message.recipient)],
        [messages.channel, messages.channels[message.channel]],
        [messages.language, message.language === 'bn' ? 'বাংলা' : 'English'],
        [messages.provider, message.provider],
        [messages.attempts, message.attempts === 0 ? null : words.number(message.attempts)],
        [messages.created, <Time key="created" at={message.createdAt} isExact />],
        [messages.sent, sentAt === null ? null : <Time key="sent" at={sentAt} isExact />],
        [messages.requestedBy, message.requestedBy],
      ]}
    />
  )
}
