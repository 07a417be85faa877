import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openPayment } from '../payment.ts'
import {
  type Merchant,
  startMerchant,
  startTestSimulator,
  type TestSimulator,
  until,
} from '../testing/test-simulator.ts'

let one: TestSimulator
let shop: Merchant

before(async () => {
  one = await startTestSimulator()
  shop = await startMerchant()
})
beforeEach(() => one.simulator.faults.clear())
after(async () => {
  await one.stop()
  await shop.stop()
})

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  one.app.inject({ method: 'POST', url, payload: payload as never, headers: { host: '127.0.0.1:4000', ...headers } })

function open(reference: string) {
  return openPayment(one.simulator, {
    id: `ID-${reference}`,
    provider: 'bkash',
    reference,
    askedPaisa: 500_00,
    details: { callbackURL: 'http://localhost:3000/return' },
  })
}

test('faults are switched on always, for the next ones, for a reference, and all off', async () => {
  await post('/control/faults/always', { provider: 'bkash', faults: ['slow'] })
  await post('/control/faults/next', { provider: 'nagad', fault: 'down', count: 3 })
  const { faults } = (
    await post('/control/faults/reference', { provider: 'bkash', reference: 'A', fault: 'query_forgets' })
  ).json()
  assert.deepEqual(faults, {
    always: { bkash: ['slow'] },
    next: [{ provider: 'nagad', fault: 'down', remaining: 3 }],
    byReference: [{ provider: 'bkash', reference: 'A', fault: 'query_forgets' }],
  })
  const cleared = (await post('/control/faults/clear', undefined)).json()
  assert.deepEqual(cleared.faults, { always: {}, next: [], byReference: [] })
})

test('a fault for a reference also joins a payment that has begun', async () => {
  const payment = open('BEGUN')
  await post('/control/faults/reference', { provider: 'bkash', reference: 'BEGUN', fault: 'refund_refused' })
  assert.deepEqual(one.simulator.records.find('payment', payment.id)?.faults, ['refund_refused'])
})

for (const [url, body] of [
  ['/control/faults/next', { provider: 'bkash', fault: 'risk_flag' }],
  ['/control/faults/next', { provider: 'paypal', fault: 'down' }],
  ['/control/faults/next', { provider: 'bkash', fault: 'down', count: 0 }],
  ['/control/faults/always', { provider: 'bkash', faults: ['nonsense'] }],
  ['/control/clock', { advanceSeconds: -1 }],
  ['/control/clock', { advanceSeconds: 1, other: true }],
  ['/control/payments', { provider: 'bkash', reference: 'a b', amount: '1' }],
] as const) {
  test(`${url} with ${JSON.stringify(body)} is refused`, async () => {
    assert.equal((await post(url, body)).statusCode, 400)
  })
}

test('pages of other sites, and other names for this machine, cannot steer it', async () => {
  const body = { advanceSeconds: 3_600 }
  const before = one.simulator.clock.now()
  for (const headers of [
    { origin: 'http://localhost:3000' },
    { 'sec-fetch-site': 'cross-site' },
    { host: 'attacker.example' },
  ] as Record<string, string>[]) {
    assert.equal((await post('/control/clock', body, headers)).statusCode, 403)
  }
  assert.ok(one.simulator.clock.now() - before < 3_600_000)
  assert.equal((await post('/control/clock', body, { origin: 'http://127.0.0.1:4000' })).statusCode, 200)
})

test('the page shows payments, faults and their numbers, and its forms lead back to it', async () => {
  open('<b>SHOWN</b>')
  const page = await one.app.inject({ url: '/control', headers: { host: '127.0.0.1:4000' } })
  assert.match(page.body, /&lt;b&gt;SHOWN&lt;\/b&gt;/)
  assert.match(page.body, /ipn_before_redirect[\s\S]*0170000\d{4}/)
  assert.match(String(page.headers['content-security-policy']), /default-src 'none'/)
  const form = await post('/control/faults/next', 'provider=bkash&fault=down&count=2', {
    'content-type': 'application/x-www-form-urlencoded',
  })
  assert.deepEqual([form.statusCode, form.headers.location], [303, '/control'])
  assert.equal(one.simulator.faults.list().next[0]?.remaining, 2)
})

test('the settlement report has the payments and refunds of its day, but for those that its faults change', async () => {
  const { clock, records } = one.simulator
  const at = Date.parse('2030-01-01T20:00:00Z')
  clock.advance(at - clock.now())
  const base = { endedAt: at, createdAt: at, state: 'paid' as const, transactionId: 'TRX' }
  const refund = { id: 'R', reference: 'RF1', amountPaisa: 50_00, reason: '', createdAt: at, doneAt: at }
  const put = (reference: string, more: object) => records.put('payment', { ...open(reference), ...base, ...more })
  put('TRUE', {
    refunds: [
      { ...refund, state: 'refunded' },
      { ...refund, id: 'R2', state: 'cancelled' },
    ],
  })
  put('LESS', { faults: ['report_amount_differs'] })
  put('GONE', { faults: ['report_lacks'] })
  await post('/control/payments', { provider: 'bkash', reference: 'FOREIGN', amount: '77.00' })
  const report = await one.app.inject({
    url: '/control/reports/bkash?date=2030-01-02',
    headers: { host: '127.0.0.1:4000' },
  })
  const rows = report.body
    .trim()
    .split('\r\n')
    .map((row) => row.split(','))
  assert.deepEqual(
    rows.slice(1).map((row) => [row[1], row[2], row[5]]),
    [
      ['payment', 'TRUE', '500.00'],
      ['refund', 'RF1', '50.00'],
      ['payment', 'LESS', '499.00'],
      ['payment', 'FOREIGN', '77.00'],
    ],
  )
})

test('a notification the shop does not take is tried three times in all, and can be sent again by hand', async () => {
  shop.answerWith(500)
  const sent = one.simulator.callbacks.schedule({
    provider: 'sslcommerz',
    subject: 'A',
    url: `${shop.origin}/ipn`,
    body: 'x=1',
    contentType: 'application/x-www-form-urlencoded',
    afterMs: 0,
  })
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await until(`attempt ${attempt} came`, () => shop.received.length === attempt)
    await until('it was noted', () => one.simulator.records.find('callback', sent.id)?.attempts === attempt)
    one.simulator.clock.advance(61_000)
  }
  assert.deepEqual(one.simulator.records.find('callback', sent.id)?.isDone, true)
  shop.answerWith(200)
  await post(`/control/callbacks/${sent.id}/send`, undefined)
  await until('it came once more', () => shop.received.length === 4)
})

test('notifications go to addresses of this machine only', async () => {
  const sent = one.simulator.callbacks.schedule({
    provider: 'sslcommerz',
    subject: 'A',
    url: 'http://192.0.2.1/ipn',
    body: '',
    contentType: 'text/plain',
    afterMs: 0,
  })
  await until('it was judged', () => one.simulator.records.find('callback', sent.id)?.outcome !== null)
  assert.match(one.simulator.records.find('callback', sent.id)?.outcome ?? '', /^refused/)
})

test('in a cluster it is steered under the name browsers know, and calls the shop where pods find it', async () => {
  const inCluster = await startTestSimulator({
    origin: 'https://providers.localhost:8443',
    webhookOrigin: 'https://shop.localhost:8443',
    shopAddress: shop.origin,
  })
  try {
    const steer = (host: string) =>
      inCluster.app.inject({ method: 'POST', url: '/control/faults/clear', headers: { host } })
    assert.equal((await steer('providers.localhost:8443')).statusCode, 200)
    assert.equal((await steer('providers.example')).statusCode, 403)
    const { callbacks, records } = inCluster.simulator
    const notice = { provider: 'bkash', subject: 'A', body: 'a=b', contentType: 'text/plain', afterMs: 0 } as const
    await callbacks.sendNow({ ...notice, url: 'https://shop.localhost:8443/api/notices?of=A' })
    assert.equal(shop.received.at(-1)?.path, '/api/notices?of=A')
    await callbacks.sendNow({ ...notice, url: 'https://shop.example/api/notices' })
    assert.match(records.list('callback').at(-1)?.outcome ?? '', /of this machine only/)
  } finally {
    await inCluster.stop()
  }
})
