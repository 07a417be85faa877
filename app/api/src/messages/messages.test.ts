import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { runDueJobs } from '../jobs/jobs.service.ts'
import { lockOrder, transition } from '../orders/orders.service.ts'
import { createShopper } from '../testing/shopper.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { makeSendMessage, sendMessage } from './messages.service.ts'

const start = new Date('2026-11-23T10:00:00Z')
const log = createLog({ process: 'worker', release: 'test', level: 'silent' })
const handlers = { [sendMessage]: makeSendMessage(readPublicOrigin('http://localhost:3000')) }
let api: TestApi
let upazilaId: number

before(async () => {
  api = await startTestApi()
  await useSimulatedClock(api.db, start)
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(() => api.drop())

const context = () => ({ db: api.db, randomBytes })
const runJobs = (jobHandlers: Parameters<typeof runDueJobs>[1] = handlers) =>
  runDueJobs(context(), jobHandlers, log, 100)
const mailbox = async (query = '') => (await api.inject({ method: 'GET', url: `/api/mailbox${query}` })).json()

async function placeOrder(changes: object): Promise<{ number: string; token: string }> {
  const { variantId } = await addProduct(api.db, { nameEn: 'Walton NEXG N74', nameBn: 'ওয়ালটন নেক্সজি এন৭৪' })
  const shopper = createShopper(api)
  await shopper.add(variantId, 2)
  const { orderKey } = await shopper.cart()
  return (await shopper.order(orderKey, await shopper.orderBody(upazilaId, changes))).json()
}

test('an order is confirmed by SMS and e-mail in the language of the order, each once', async () => {
  const order = await placeOrder({ language: 'bn', customerEmail: 'rahima@example.com' })
  // Two workers at once, and once more afterwards.
  await Promise.all([runJobs(), runJobs()])
  await runJobs()
  const { messages } = await mailbox()
  const [email, sms] = messages
  assert.deepEqual(messages.map((message: { channel: string }) => message.channel).toSorted(), ['email', 'sms'])
  assert.deepEqual([sms.recipient, email.recipient], ['+8801712345678', 'rahima@example.com'])
  assert.match(sms.body, new RegExp(`${order.number} নিশ্চিত হয়েছে। পণ্য পেয়ে দেবেন ৳২,০৬০।`))
  assert.match(email.body, /২ × ওয়ালটন নেক্সজি এন৭৪: ৳২,০০০/)
  assert.ok(email.body.includes(`http://localhost:3000/bn/orders/${order.token}`))
  assert.deepEqual(await api.db.selectFrom('jobs').selectAll().execute(), [])
})

test('without an e-mail address there is only an SMS', async () => {
  const before = (await mailbox('?limit=100')).messages.length
  const order = await placeOrder({ language: 'en' })
  await runJobs()
  const { messages } = await mailbox('?limit=100')
  assert.equal(messages.length, before + 1)
  assert.ok(
    messages[0].body.includes(
      `order ${order.number} is confirmed and arrives by 25 November 2026. Please have Tk 2,060 ready`,
    ),
    messages[0].body,
  )
})

test('a job that fails is tried again later and later, then kept for people to look at', async () => {
  await placeOrder({})
  const attemptTimes: number[] = []
  const failing = { [sendMessage]: async () => Promise.reject(new Error('no signal')) }
  for (let second = 0; second < 4_000; second += 5) {
    await setClock(api.db, new Date(start.getTime() + second * 1000))
    if ((await runJobs(failing)) > 0) attemptTimes.push(second)
  }
  assert.deepEqual(attemptTimes, [0, 10, 30, 70, 150, 310, 630, 1270, 2470, 3670])
  const [job] = await api.db.selectFrom('jobs').select(['attempts', 'failedAt', 'lastError']).execute()
  assert.deepEqual([job?.attempts, job?.failedAt !== null, job?.lastError], [10, true, 'Error: no signal'])
  await api.db.deleteFrom('jobs').execute()
})

test('a worker that dies leaves its jobs to others after a minute', async () => {
  await setClock(api.db, start)
  await placeOrder({})
  const never = { [sendMessage]: () => new Promise<void>(() => undefined) }
  void runJobs(never)
  while ((await api.db.selectFrom('jobs').select('lockedUntil').executeTakeFirstOrThrow()).lockedUntil === null);
  assert.equal(await runJobs(), 0)
  await setClock(api.db, new Date(start.getTime() + 61_000))
  assert.equal(await runJobs(), 1)
})

test('the mailbox pages newest first by cursor and refuses a cursor that is none', async () => {
  for (let index = 0; index < 3; index++) await placeOrder({})
  await runJobs()
  const first = await mailbox('?limit=2')
  const second = await mailbox(`?limit=2&after=${first.nextCursor}`)
  const ids = [...first.messages, ...second.messages].map((message: { id: number }) => message.id)
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => b - a),
  )
  assert.equal(new Set(ids).size, 4)
  assert.equal((await api.inject({ method: 'GET', url: '/api/mailbox?after=abc' })).statusCode, 400)
})

test('the mailbox does not exist where the shop is public', async () => {
  const api = await startTestApi({ settings: { publicOrigin: readPublicOrigin('https://dhakacart.example') } })
  assert.equal((await api.inject({ method: 'GET', url: '/api/mailbox' })).statusCode, 404)
  await api.drop()
})

test('what happens to an order is told: cancelled by the shopper, and on its way with its tracking number', async () => {
  const cancelled = await placeOrder({ language: 'bn', customerEmail: 'rahima@example.com' })
  await runJobs()
  await api.inject({ method: 'POST', url: `/api/orders/${cancelled.token}/cancel` })
  await api.inject({ method: 'POST', url: `/api/orders/${cancelled.token}/cancel` })
  await runJobs()
  const told = (await mailbox('?limit=4')).messages.filter(({ body }: { body: string }) => body.includes('বাতিল'))
  assert.deepEqual(told.map(({ channel }: { channel: string }) => channel).toSorted(), ['email', 'sms'])

  const shipped = await placeOrder({ language: 'en' })
  const { id } = await api.db
    .selectFrom('orders')
    .select('id')
    .where('token', '=', shipped.token)
    .executeTakeFirstOrThrow()
  await inTransaction(api.db, async (tx) => {
    for (const state of ['packed', 'shipped'] as const) {
      const order = await lockOrder(tx, id)
      assert.ok(order)
      await transition(tx, order, state, 'test')
    }
    await tx.insertInto('shipments').values({ orderId: id, courier: 'pathao', trackingNumber: 'DT-4711' }).execute()
  })
  await runJobs()
  const { messages } = await mailbox('?limit=1')
  assert.match(messages[0].body, /is on its way with Pathao, tracking DT-4711\. Please have Tk 2,060 ready\./)
})
