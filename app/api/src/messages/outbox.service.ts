import type { Db } from '@dhakacart/database/connect.ts'
import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Channel } from './messages.repository.ts'
import * as outbox from './outbox.repository.ts'
import type { MessageProvider, SendOutcome } from './providers/provider.ts'

/** Longer than any provider's time-out, so that whoever is still at it then is dead. */
const leaseSeconds = 90
/** Pauses before another try of a refused message: an hour and a half in all, then a person has to look. */
const retryPausesSeconds = [10, 30, 60, 300, 900, 1_800, 2_400]
/** When to ask for the delivery report, counted from the time before: most phones are on, some come back the next morning. */
const reportPausesSeconds = [20, 60, 300, 900, 3_600, 21_600, 43_200]
const reportsAtOnce = 10

export type Outbox = {
  db: Db
  log: Log
  channel: Channel
  provider: MessageProvider
  /** The laptop keeps codes readable in its mailbox; everywhere else their digits go once they are sent. */
  keepsCodes: boolean
  /** Told of each message that left the queue. */
  onSettled?: (outcome: SendOutcome['kind']) => void
}

/**
 * Sends what is due, as many at once as the provider allows, holding no connection to the database meanwhile. A refused message is
 * tried again later; one that may have been sent never is. Returns how many were tried.
 */
export async function sendDue(box: Outbox, isCode: boolean): Promise<number> {
  const { db, channel, provider } = box
  const claimed = await outbox.claim(db, channel, isCode, provider.concurrency, leaseSeconds)
  await Promise.all(claimed.map((message) => sendOne(box, message)))
  return claimed.length
}

async function sendOne({ db, log, provider, keepsCodes, onSettled }: Outbox, message: outbox.ClaimedMessage) {
  const outcome = await provider.send(message)
  const settlement = toSettlement(outcome, provider, message)
  const hidesDigits = message.template === 'code' && !keepsCodes && settlement.state !== 'queued'
  const facts = { messageId: message.id, template: message.template, attempts: message.attempts, outcome: outcome.kind }
  if (outcome.kind === 'sent') log.info(facts, 'message sent')
  else log.warn({ ...facts, reason: outcome.reason }, 'message not sent')
  // Should this fail, the lease ends and the message counts as unknown: it is not sent twice.
  await outbox.settle(db, message, { ...settlement, hidesDigits })
  onSettled?.(outcome.kind)
}

function toSettlement(
  outcome: SendOutcome,
  provider: MessageProvider,
  { attempts }: outbox.ClaimedMessage,
): Omit<outbox.Settlement, 'hidesDigits'> {
  const base = { provider: provider.name, providerMessageId: null, failure: null, dueInSeconds: null }
  switch (outcome.kind) {
    case 'sent': {
      const canReport = provider.readReport !== undefined && outcome.providerMessageId !== null
      const dueInSeconds = canReport ? (reportPausesSeconds[0] ?? null) : null
      return { ...base, state: 'sent', providerMessageId: outcome.providerMessageId, dueInSeconds }
    }
    case 'unknown':
      return { ...base, state: 'unknown', failure: outcome.reason }
    case 'refused': {
      const dueInSeconds = outcome.isFinal ? null : (retryPausesSeconds[attempts - 1] ?? null)
      return { ...base, state: dueInSeconds === null ? 'failed' : 'queued', failure: outcome.reason, dueInSeconds }
    }
  }
}

/** Asks the provider what became of messages it took, some at a time; returns how many were asked for. */
export async function fetchReports({ db, channel, provider }: Outbox): Promise<number> {
  if (provider.readReport === undefined) return 0
  const due = await outbox.claimReports(db, channel, reportPausesSeconds, reportsAtOnce)
  await Promise.all(
    due.map(async ({ id, providerMessageId }) => {
      const report = await provider.readReport?.(providerMessageId)
      if (report === 'delivered' || report === 'failed') await outbox.settleReport(db, id, report)
    }),
  )
  return due.length
}

/** Ends what nobody will send any more; returns how many. */
export async function sweepOutbox({ db, log, keepsCodes }: Pick<Outbox, 'db' | 'log' | 'keepsCodes'>): Promise<number> {
  const { lateCount, lostCount } = await outbox.sweep(db, keepsCodes, 200)
  if (lateCount + lostCount > 0) log.warn({ lateCount, lostCount }, 'messages ended without being sent for certain')
  return lateCount + lostCount
}

export const countMessages = outbox.count
export const deleteOldMessages = outbox.deleteOld
