import { formatDateTime } from '@dhakacart/contract/dates.ts'
import type { MailboxMessage } from '@dhakacart/contract/mailbox.schema.ts'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

export type MailboxViewProps = {
  messages: readonly MailboxMessage[]
  nextCursor: string | null
  isFirst: boolean
  /** Whether the page loads itself again every few seconds. */
  isFollowing: boolean
  /** Addresses that begin with it become links. */
  origin: string
}

/** Sent SMS and e-mails, newest first. */
export function MailboxView({
  shop,
  messages,
  nextCursor,
  isFirst,
  isFollowing,
  origin,
}: MailboxViewProps & { shop: Shop }) {
  const { language } = shop
  const { mailbox: texts } = shop.texts
  const path = links.mailbox(language)
  return (
    <div className="width mailbox-page">
      <h1>{texts.title}</h1>
      <p>{texts.text}</p>
      <p className="message-ways">
        <a className="button button-quiet button-small" href={path}>
          {isFirst ? texts.reload : texts.newest}
        </a>
        <a className="button button-quiet button-small" href={isFollowing ? path : `${path}?follow=1`}>
          {isFollowing ? texts.stopFollowing : texts.follow}
        </a>
      </p>
      {messages.length === 0 && <p className="notice">{texts.empty}</p>}
      <ol className="mails">
        {messages.map((message) => (
          <li key={message.id} className="panel mail">
            <p className="mail-head">
              <Icon name={message.channel === 'sms' ? 'phone' : 'mail'} />
              <strong>{texts[message.channel]}</strong>
              <span>{texts.to(message.recipient)}</span>
              <time dateTime={message.sentAt}>{formatDateTime(message.sentAt, language)}</time>
            </p>
            <div lang={message.language}>
              {message.subject !== null && <h2>{message.subject}</h2>}
              <p className="as-typed">{withLinks(message.body, origin)}</p>
            </div>
          </li>
        ))}
      </ol>
      {nextCursor !== null && (
        <a className="button button-quiet" href={`${path}?after=${nextCursor}`}>
          {texts.older}
        </a>
      )}
    </div>
  )
}

/** Addresses of this shop as links; every other address stays text. */
function withLinks(body: string, origin: string) {
  return body.split(/(\s+)/).map((word, index) =>
    word.startsWith(`${origin}/`) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the words of a message never change their order.
      <a key={index} href={word.slice(origin.length)}>
        {word}
      </a>
    ) : (
      word
    ),
  )
}
