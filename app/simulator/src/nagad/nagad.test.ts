import assert from 'node:assert/strict'
import { constants, createSign, createVerify, privateDecrypt, publicEncrypt } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import { dhakaDigits } from '../clock.ts'
import type { FaultName } from '../provider-faults.ts'
import {
  gatewayPair,
  merchantPair,
  startTestSimulator,
  type TestSimulator,
  testKeys,
} from '../testing/test-simulator.ts'

const { merchantId } = testKeys.nagad
const base = '/nagad/remote-payment-gateway-1.0/api/dfs'
const callback = 'http://localhost:3000/api/payments/nagad/return'
const headers = { 'x-km-api-version': 'v-0.2.0', 'x-km-ip-v4': '127.0.0.1', 'x-km-client-type': 'MOBILE_WEB' }

let one: TestSimulator
let count = 0

before(async () => {
  one = await startTestSimulator()
})
beforeEach(() => one.simulator.faults.clear())
after(() => one.stop())

type Answer = { status: number; body: Record<string, string> }

async function send(
  method: string,
  path: string,
  body?: unknown,
  given: Record<string, string> = headers,
): Promise<Answer> {
  const answer = await fetch(one.origin + base + path, {
    method,
    headers: { 'content-type': 'application/json', ...given },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

/** A merchant's side, written down a second time. */
function seal(content: Record<string, string>, key = merchantPair.privateKey) {
  const text = Buffer.from(JSON.stringify(content))
  const padding = constants.RSA_PKCS1_PADDING
  return {
    sensitiveData: publicEncrypt({ key: gatewayPair.publicKey, padding }, text).toString('base64'),
    signature: createSign('sha256').update(text).sign(key, 'base64'),
  }
}
function open({ sensitiveData = '', signature = '' }: Record<string, string>) {
  const key = { key: merchantPair.privateKey, padding: constants.RSA_PKCS1_PADDING }
  const text = privateDecrypt(key, Buffer.from(sensitiveData, 'base64'))
  return {
    content: JSON.parse(text.toString()) as Record<string, string>,
    isSigned: createVerify('sha256').update(text).verify(gatewayPair.publicKey, signature, 'base64'),
  }
}

const nextOrder = () => `DC${String(++count).padStart(6, '0')}`

function initialize(orderId: string, changes: Record<string, string> = {}, key?: string) {
  const dateTime = dhakaDigits(Date.now())
  const sealed = seal({ merchantId, datetime: dateTime, orderId, challenge: 'abc', ...changes }, key)
  return send('POST', `/check-out/initialize/${merchantId}/${orderId}`, { dateTime, ...sealed })
}

async function begin(orderId = nextOrder()) {
  const { content } = open((await initialize(orderId)).body)
  return { orderId, id: content.paymentReferenceId ?? '', challenge: content.challenge ?? '' }
}
type Begun = Awaited<ReturnType<typeof begin>>

function complete({ orderId, id, challenge }: Begun, changes: Record<string, string> = {}) {
  const sealed = seal({ merchantId, orderId, currencyCode: '050', amount: '1500.00', challenge, ...changes })
  return send('POST', `/check-out/complete/${id}`, { ...sealed, merchantCallbackURL: callback })
}

async function pay(faults: FaultName[] = [], choice = 'pay') {
  const begun = await begin()
  await complete(begun)
  const answer = await one.app.inject({
    method: 'POST',
    url: `/control/payments/${begun.id}/decide`,
    payload: { choice, faults },
  })
  return { ...begun, back: new URL(answer.json().back.url) }
}
const verify = (id: string) => send('GET', `/verify/payment/${id}`)

test('initialize, complete, pay and verify: every answer sealed for the merchant and signed by the gateway', async () => {
  const orderId = nextOrder()
  const begun = open((await initialize(orderId)).body)
  assert.ok(begun.isSigned)
  const { paymentReferenceId: id = '', challenge = '' } = begun.content
  const { body } = await complete({ orderId, id, challenge })
  assert.deepEqual(body, { callBackUrl: `http://127.0.0.1:4000/nagad/pay/${id}`, status: 'Success' })
  assert.equal((await verify(id)).body.status, 'InProgress')
  await one.app.inject({ method: 'POST', url: `/control/payments/${id}/decide`, payload: { choice: 'pay' } })
  const paid = (await verify(id)).body
  assert.deepEqual(
    [paid.status, paid.statusCode, paid.amount, paid.orderId, paid.merchantId],
    ['Success', '000', '1500.00', orderId, merchantId],
  )
})

test('the return names order, payment and status', async () => {
  for (const [choice, status] of [
    ['pay', 'Success'],
    ['fail', 'Failed'],
    ['cancel', 'Aborted'],
  ] as const) {
    const { back, orderId, id } = await pay([], choice)
    assert.equal(back.origin + back.pathname, callback)
    const told = ['order_id', 'payment_ref_id', 'status'].map((name) => back.searchParams.get(name))
    assert.deepEqual(told, [orderId, id, status])
    assert.equal((await verify(id)).body.status, status)
  }
})

test('a foreign signature, foreign time, foreign order, missing header or used order is refused', async () => {
  const refused = async (answer: Promise<Answer>, message: RegExp) => {
    const { status, body } = await answer
    assert.equal(status, 400)
    assert.match(body.message ?? '', message)
  }
  await refused(initialize(nextOrder(), {}, gatewayPair.privateKey), /Signature/)
  await refused(initialize(nextOrder(), { orderId: 'OTHER1' }), /does not match/)
  const utc = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const orderId = nextOrder()
  const sealed = seal({ merchantId, datetime: utc, orderId, challenge: 'abc' })
  await refused(send('POST', `/check-out/initialize/${merchantId}/${orderId}`, { dateTime: utc, ...sealed }), /Dhaka/)
  await refused(send('GET', '/verify/payment/1', undefined, {}), /X-KM-Api-Version/)
  await refused(initialize('DC-1'), /orderId/)
  const { orderId: used } = await begin()
  await refused(initialize(used), /already/)
})

for (const [changes, message] of [
  [{ currencyCode: 'BDT' }, /050/],
  [{ challenge: 'other' }, /Challenge/],
  [{ orderId: 'OTHER1' }, /Order/],
  [{ amount: '1,500' }, /amount/],
] as const) {
  test(`completing with ${JSON.stringify(changes)} is refused`, async () => {
    const { status, body } = await complete(await begin(), changes)
    assert.equal(status, 400)
    assert.match(body.message ?? '', message)
  })
}

test('fault wrong_signature: the answer is sealed right and signed wrong', async () => {
  one.simulator.faults.addNext('nagad', 'wrong_signature', 1)
  assert.equal(open((await initialize(nextOrder())).body).isSigned, false)
})

test('faults paid_other_amount and wrong_tran_id: verifying tells another amount and order', async () => {
  const { id, orderId } = await pay(['paid_other_amount', 'wrong_tran_id'])
  const { body } = await verify(id)
  assert.equal(body.amount, '1490.00')
  assert.notEqual(body.orderId, orderId)
})

test('faults forged_return, insufficient_balance, query_forgets', async () => {
  const forged = await pay(['forged_return'], 'fail')
  assert.equal(forged.back.searchParams.get('status'), 'Success')
  assert.equal((await verify(forged.id)).body.status, 'Failed')
  assert.equal((await verify((await pay(['insufficient_balance'])).id)).body.status, 'Failed')
  assert.equal((await verify((await pay(['query_forgets'])).id)).status, 404)
})

test('fault timeout_after_success: what was asked for is done, not answered, and refused as done already when repeated', async () => {
  one.simulator.faults.addNext('nagad', 'timeout_after_success', 1)
  const orderId = nextOrder()
  await assert.rejects(initialize(orderId))
  assert.match((await initialize(orderId)).body.message ?? '', /already/)
})

test('there is no way to give money back: nothing documents one', async () => {
  const { id, orderId } = await pay()
  const answer = await one.app.inject({
    method: 'POST',
    url: `${base}/purchase/cancel?paymentRefId=${id}&orderId=${orderId}`,
    headers,
    payload: {},
  })
  assert.equal(answer.statusCode, 404)
  assert.equal((await verify(id)).body.status, 'Success')
})

test('call faults: down and unreachable do nothing', async () => {
  const { id } = await pay()
  one.simulator.faults.addNext('nagad', 'down', 1)
  assert.equal((await verify(id)).status, 503)
  one.simulator.faults.addNext('nagad', 'unreachable', 1)
  await assert.rejects(verify(id))
  assert.equal((await verify(id)).body.status, 'Success')
})
