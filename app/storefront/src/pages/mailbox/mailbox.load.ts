import { listMailbox } from '@dhakacart/contract/mailbox.schema.ts'
import { personalPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { notFound } from '../messages.ts'

const messagesPerPage = 20
const followSeconds = 5
const cursorPattern = /^[A-Za-z0-9_-]{1,200}$/

/** What the laptop shop sent. Anywhere else there is no such page: whoever reads it can open every order. */
export const mailboxPage = personalPage(async ({ call, language, publicOrigin, query }) => {
  const shop = shops[language]
  if (!publicOrigin.isLoopback) return notFound(shop)
  const after = query.get('after')
  const isFollowing = query.get('follow') === '1' && after === null
  const cursor = after !== null && cursorPattern.test(after) ? { after } : {}
  const { body } = await call(listMailbox, { query: { ...cursor, limit: messagesPerPage } })
  return show(
    'mailbox',
    { ...body, isFirst: after === null, isFollowing, origin: publicOrigin.origin },
    { title: shop.texts.mailbox.title },
    { here: '/mailbox', ...(isFollowing && { headers: { refresh: String(followSeconds) } }) },
  )
})
