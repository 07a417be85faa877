import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { issueCode } from '../codes/codes.service.ts'
import { runDueJobs } from '../jobs/jobs.service.ts'
import { deliver, type NewMessage } from './messages.repository.ts'
import { forgetRecipients, makeSendMessage, sendMessage } from './messages.service.ts'
import { deleteOldMessages, fetchReports, type Outbox, sendDue, sweepOutbox } from './outbox.service.ts'
import type { DeliveryReport, MessageProvider, OutgoingMessage, SendOutcome } from './providers/provider.ts'

const start = new Date('2026-11-23T10:00:00Z')
const log = createLog({ process: 'worker', release: 'test', level: 'silent' })
const phone = '+8801712345678'
const sent: SendOutcome = { kind: 'sent', providerMessageId: 'p-1' }
const refused: SendOutcome = { kind: 'refused', reason: 'error_417', isFinal: false }

let database: TestDatabase
let attempts: OutgoingMessage[]
let answer: (message: OutgoingMessage) => Promise<SendOutcome>
let report: DeliveryReport | null

/** A provider that does what the test says. */
const provider: MessageProvider = {
  name: 'fake',
  concurrency: 3,
  send: (message) => {
    attempts.push(message)
    return answer(message)
  },
  readReport: async () => report,
  close: () => undefined,
}
const outbox = (changes: Partial<Outbox> = {}): Outbox => ({
  db: database.db,
  log,
  channel: 'sms',
  provider,
  keepsCodes: false,
  ...changes,
})

before(async () => {
  database = await createTestDatabase()
  await useSimulatedClock(database.db, start)
})
after(() => database.drop())
beforeEach(async () => {
  for (const table of ['messages', 'jobs', 'codes', 'codeCounts'] as const)
    await database.db.deleteFrom(table).execute()
  attempts = []
  answer = async () => sent
  report = null
  await at(0)
})

const at = (seconds: number) => setClock(database.db, new Date(start.getTime() + seconds * 1_000))
const rows = () =>
  database.db
    .selectFrom('messages')
    .select(['id', 'state', 'failure', 'provider', 'providerMessageId', 'attempts', 'body', 'recipient'])
    .orderBy('id')
    .execute()
const states = async () => (await rows()).map(({ state }) => state)

/** Queues a message as a job would. */
async function queue(changes: Partial<NewMessage> = {}): Promise<void> {
  const { id: jobId } = await database.db
    .insertInto('jobs')
    .values({ kind: 'messages.send', payload: '{}' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const message: NewMessage = {
    jobId,
    orderId: null,
    template: 'order-confirmed',
    channel: 'sms',
    recipient: phone,
    language: 'en',
    subject: null,
    body: 'Your order is confirmed.',
    sendUntil: null,
    requestedBy: null,
    ...changes,
  }
  await deliver(database.db, message, { state: 'queued' })
}

test('a message is sent once, by however many workers at once', async () => {
  for (let index = 0; index < 5; index++) await queue({ recipient: `+880171234567${index}` })
  const rounds = await Promise.all(Array.from({ length: 4 }, () => sendDue(outbox(), false)))
  assert.equal(
    rounds.reduce((sum, count) => sum + count, 0),
    5,
  )
  assert.equal(await sendDue(outbox(), false), 0)
  assert.equal(new Set(attempts.map(({ id }) => id)).size, 5)
  assert.equal(attempts.length, 5)
  assert.deepEqual(await states(), ['sent', 'sent', 'sent', 'sent', 'sent'])
})

test('a provider is given no more messages at once than it allows', async () => {
  for (let index = 0; index < 5; index++) await queue({ recipient: `+880171234567${index}` })
  assert.deepEqual([await sendDue(outbox(), false), await sendDue(outbox(), false)], [3, 2])
})

test('a refused message is tried again later and later, then failed for people to look at', async () => {
  await queue()
  answer = async () => refused
  const times: number[] = []
  for (let second = 0; second < 8_000; second += 10) {
    await at(second)
    if ((await sendDue(outbox(), false)) > 0) times.push(second)
  }
  assert.deepEqual(times, [0, 10, 40, 100, 400, 1_300, 3_100, 5_500])
  const [row] = await rows()
  assert.deepEqual([row?.state, row?.failure, row?.attempts], ['failed', 'error_417', 8])
})

test('a final refusal is not tried again', async () => {
  await queue()
  answer = async () => ({ kind: 'refused', reason: 'error_416', isFinal: true })
  await sendDue(outbox(), false)
  await at(80_000)
  assert.equal(await sendDue(outbox(), false), 0)
  assert.deepEqual(await states(), ['failed'])
})

test('a message that may have been sent is never sent again', async () => {
  await queue()
  answer = async () => ({ kind: 'unknown', reason: 'timeout' })
  await sendDue(outbox(), false)
  for (const second of [100, 5_000, 80_000]) {
    await at(second)
    await sendDue(outbox(), false)
    await sweepOutbox(outbox())
  }
  assert.equal(attempts.length, 1)
  assert.deepEqual(await states(), ['unknown'])
})

test('a message whose sender died while sending counts as unknown, and its late answer changes nothing', async () => {
  await queue()
  const { promise, resolve } = Promise.withResolvers<SendOutcome>()
  answer = () => promise
  const dying = sendDue(outbox(), false)
  while ((await states())[0] !== 'sending');
  await at(89)
  assert.equal(await sweepOutbox(outbox()), 0)
  await at(90)
  assert.equal(await sweepOutbox(outbox()), 1)
  resolve(sent)
  await dying
  const [row] = await rows()
  assert.deepEqual([row?.state, row?.failure, attempts.length], ['unknown', 'worker_lost', 1])
})

test('what waited longer than it is worth is not sent any more', async () => {
  await queue({ sendUntil: '2026-11-23T10:10:00.000Z' })
  await at(600)
  assert.equal(await sendDue(outbox(), false), 0)
  await sweepOutbox(outbox())
  const [row] = await rows()
  assert.deepEqual([row?.state, row?.failure, attempts.length], ['failed', 'too_late', 0])
})

test('codes do not wait behind other messages', async () => {
  for (let index = 0; index < 3; index++) await queue({ recipient: `+880171234567${index}` })
  await queue({ template: 'code', body: 'Code 123456' })
  assert.equal(await sendDue(outbox(), true), 1)
  assert.deepEqual(
    attempts.map(({ body }) => body),
    ['Code 123456'],
  )
})

test('the digits of a code are forgotten once it is sent, except on a laptop', async () => {
  await queue({ template: 'code', body: 'Code 123456 works.' })
  await sendDue(outbox(), true)
  assert.equal((await rows())[0]?.body, 'Code •••••• works.')
  await queue({ template: 'code', body: 'Code 654321 works.' })
  await sendDue(outbox({ keepsCodes: true }), true)
  assert.equal((await rows())[1]?.body, 'Code 654321 works.')
})

test('a refused code keeps its digits for the next try, and loses them when it is too late', async () => {
  await queue({ template: 'code', body: 'Code 123456', sendUntil: '2026-11-23T10:10:00.000Z' })
  answer = async () => refused
  await sendDue(outbox(), true)
  assert.equal((await rows())[0]?.body, 'Code 123456')
  await at(600)
  await sweepOutbox(outbox())
  assert.equal((await rows())[0]?.body, 'Code ••••••')
})

test('delivery is asked for until it is known', async () => {
  await queue()
  await sendDue(outbox(), false)
  const asked: number[] = []
  for (let second = 0; second < 30_000; second += 20) {
    await at(second)
    if (second === 2_000) report = 'sent'
    if ((await fetchReports(outbox())) > 0) asked.push(second)
  }
  assert.deepEqual(asked, [20, 80, 380, 1_280, 4_880, 26_480])
  report = 'delivered'
  await at(69_680)
  assert.equal(await fetchReports(outbox()), 1)
  await at(200_000)
  assert.equal(await fetchReports(outbox()), 0)
  assert.deepEqual(await states(), ['delivered'])
})

test('a message that never arrived is failed, and one without news stays sent', async () => {
  await queue()
  await queue({ recipient: '+8801712345679' })
  await sendDue(outbox(), false)
  report = 'failed'
  await at(20)
  await fetchReports(outbox())
  assert.deepEqual(
    (await rows()).map(({ failure }) => failure),
    ['undelivered', 'undelivered'],
  )
})

test('a number gets thirty order messages a day and no more', async () => {
  for (let index = 0; index < 31; index++) await queue()
  const found = await rows()
  assert.deepEqual(
    found.map(({ failure }) => failure).filter((failure) => failure !== null),
    ['too_many'],
  )
  await at(86_401)
  await queue()
  assert.equal((await rows()).at(-1)?.state, 'queued')
})

test('where the shop is public and nobody sends SMS, a code fails at once and its digits are not kept', async () => {
  const context = { db: database.db, randomBytes }
  await issueCode(context, { purpose: 'sign_in', phone, clientAddress: '203.0.113.7', language: 'en' })
  const handler = makeSendMessage(readPublicOrigin('https://dhakacart.example'))
  await runDueJobs(context, { [sendMessage]: handler }, log, 10)
  const [row] = await rows()
  assert.deepEqual([row?.state, row?.failure], ['failed', 'no_provider'])
  assert.doesNotMatch(row?.body ?? '', /\d{6}/)
})

test('a person can be taken out of what was sent to them, and what still waits is not sent', async () => {
  await queue()
  await sendDue(outbox(), false)
  await queue()
  await queue({ recipient: '+8801712345679' })
  await inTransaction(database.db, (tx) => forgetRecipients(tx, [phone]))
  await sendDue(outbox(), false)
  const found = await rows()
  assert.deepEqual(
    found.map(({ state }) => state),
    ['sent', 'failed', 'sent'],
  )
  assert.deepEqual(
    found.map(({ recipient, body }) => recipient + body),
    ['', '', '+8801712345679Your order is confirmed.'],
  )
})

test('messages of no order go after a month', async () => {
  await queue()
  await at(31 * 86_400)
  await queue()
  assert.equal(await deleteOldMessages(database.db, 30, 100), 1)
  assert.equal((await rows()).length, 1)
})
