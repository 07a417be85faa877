import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { ConsoleMessage } from '@dhakacart/contract/console-messages.schema.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createLog } from '@dhakacart/service-kit/log.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { issueCode } from '../codes/codes.service.ts'
import { runDueJobs } from '../jobs/jobs.service.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { makeSendMessage, sendMessage } from './messages.service.ts'

const log = createLog({ process: 'worker', release: 'test', level: 'silent' })
const handlers = { [sendMessage]: makeSendMessage(readPublicOrigin('http://localhost:3000')) }
let api: TestApi
let orderId: number
const context = () => ({ db: api.db, randomBytes })
const runJobs = () => runDueJobs(context(), handlers, log, 100)

before(async () => {
  api = await startTestApi()
  const { insideDhakaUpazilaId } = await addPlaces(api.db)
  const { variantId } = await addProduct(api.db)
  const shopper = createShopper(api)
  await shopper.add(variantId)
  const { orderKey } = await shopper.cart()
  await shopper.order(orderKey, await shopper.orderBody(insideDhakaUpazilaId, { customerEmail: 'rahima@example.com' }))
  orderId = (await api.db.selectFrom('orders').select('id').executeTakeFirstOrThrow()).id
  await issueCode(context(), {
    purpose: 'sign_in',
    phone: '+8801712345679',
    clientAddress: '203.0.113.7',
    language: 'en',
  })
  await runJobs()
})
after(() => api.drop())

type Staff = Awaited<ReturnType<typeof signInAsStaff>>
const list = async (staff: Staff, query = ''): Promise<ConsoleMessage[]> =>
  (await staff.send('GET', `/api/console/messages${query}`)).json().messages

test('support sees what an order’s customer was told; a viewer neither to whom nor what', async () => {
  const seen = await list(await signInAsStaff(api, 'support'), `?orderId=${orderId}`)
  assert.deepEqual(seen.map(({ recipient }) => recipient).toSorted(), ['+8801712345678', 'rahima@example.com'])
  assert.ok(seen.every(({ body, state }) => body !== null && state === 'sent'))
  const masked = await list(await signInAsStaff(api, 'viewer'), `?orderId=${orderId}`)
  assert.deepEqual(masked.map(({ recipient }) => recipient).toSorted(), ['+88017•••678', 'r•••@example.com'])
  assert.ok(masked.every(({ body, subject }) => body === null && subject === null))
})

test('the log pages by cursor, filters by state and refuses what is no cursor', async () => {
  const staff = await signInAsStaff(api, 'manager')
  const first = (await staff.send('GET', '/api/console/messages?limit=2')).json()
  const second = (await staff.send('GET', `/api/console/messages?limit=2&after=${first.nextCursor}`)).json()
  const ids = [...first.messages, ...second.messages].map(({ id }: ConsoleMessage) => id)
  assert.deepEqual(
    ids,
    ids.toSorted((a, b) => b - a),
  )
  assert.deepEqual(await list(staff, '?state=failed'), [])
  for (const query of ['?after=x', '?state=gone', '?limit=101', '?orderId=0'])
    assert.equal((await staff.send('GET', `/api/console/messages${query}`)).statusCode, 400, query)
})

test('a message is sent once more however often it is asked for at once, and it is written down who did', async () => {
  const staff = await signInAsStaff(api, 'support')
  const [message] = await list(staff, `?orderId=${orderId}`)
  const url = `/api/console/messages/${message?.id}/send-again`
  const answers = await Promise.all(Array.from({ length: 5 }, () => staff.send('POST', url)))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
  await runJobs()
  const seen = await list(staff, `?orderId=${orderId}`)
  assert.equal(seen.length, 3)
  assert.deepEqual([seen[0]?.body, seen[0]?.requestedBy], [message?.body, 'The support'])
  const entries = await api.db.selectFrom('auditEntries').select('subject').where('staffId', '=', staff.id).execute()
  assert.deepEqual(entries, [{ subject: `message:${message?.id}` }])
})

test('a code is not sent again, nor what is not there, nor by whom may only look', async () => {
  const staff = await signInAsStaff(api, 'manager')
  const code = (await list(staff)).find(({ template }) => template === 'code')
  assert.equal(code?.body, null)
  const refused = await staff.send('POST', `/api/console/messages/${code?.id}/send-again`)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'MESSAGE_STATE_FORBIDS'])
  assert.equal((await staff.send('POST', '/api/console/messages/999999/send-again')).statusCode, 404)
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await viewer.send('POST', `/api/console/messages/${code?.id}/send-again`)).statusCode, 403)
  assert.equal((await api.inject({ method: 'GET', url: '/api/console/messages' })).statusCode, 401)
})
