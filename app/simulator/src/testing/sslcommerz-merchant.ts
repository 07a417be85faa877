import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, beforeEach } from 'node:test'
import type { FaultName } from '../provider-faults.ts'
import type { Payment } from '../records.ts'
import { type Merchant, startMerchant, startTestSimulator, type TestSimulator, testKeys } from './test-simulator.ts'

const { storeId, storePassword } = testKeys.sslcommerz
const credentials = { store_id: storeId, store_passwd: storePassword }
type Decided = { payment: Payment; back: { method: string; url: string; fields: Record<string, string> } }
const readForm = ({ body }: { body: string }) => Object.fromEntries(new URLSearchParams(body))

/** A merchant of SSLCOMMERZ and the simulator it talks to, for one test file. */
export function useSslcommerz() {
  const running: { shop?: Merchant; one?: TestSimulator } = {}
  let count = 0
  const one = () => running.one as TestSimulator
  const shop = () => running.shop as Merchant

  before(async () => {
    running.shop = await startMerchant()
    running.one = await startTestSimulator()
  })
  beforeEach(() => one().simulator.faults.clear())
  after(async () => {
    await one().stop()
    await shop().stop()
  })
  function sessionForm(changes: Record<string, string> = {}): Record<string, string> {
    count += 1
    return {
      ...credentials,
      total_amount: '1250.50',
      currency: 'BDT',
      tran_id: `DC${count}`,
      success_url: `${shop().origin}/success`,
      fail_url: `${shop().origin}/fail`,
      cancel_url: `${shop().origin}/cancel`,
      ipn_url: `${shop().origin}/ipn`,
      cus_name: 'A Shopper',
      cus_email: 'shopper@example.com',
      cus_add1: 'House 1',
      cus_city: 'Dhaka',
      cus_postcode: '1207',
      cus_country: 'Bangladesh',
      cus_phone: '01712345678',
      shipping_method: 'NO',
      num_of_item: '1',
      product_name: 'Phone',
      product_category: 'Phones',
      product_profile: 'physical-goods',
      ...changes,
    }
  }

  async function send(form: Record<string, string>) {
    const answer = await fetch(`${one().origin}/sslcommerz/gwprocess/v4/api.php`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    return (await answer.json()) as Record<string, string>
  }

  async function ask(path: string, query: Record<string, string>) {
    const answer = await fetch(`${one().origin}/sslcommerz/validator/api/${path}?${new URLSearchParams(query)}`)
    return (await answer.json()) as Record<string, string>
  }
  const validate = (valId: string) =>
    ask('validationserverAPI.php', { ...credentials, val_id: valId, v: '1', format: 'json' })
  const query = (more: Record<string, string>) => ask('merchantTransIDvalidationAPI.php', { ...credentials, ...more })

  async function decide(id: string, choice: string, faults: FaultName[] = []): Promise<Decided> {
    const answer = await one().app.inject({
      method: 'POST',
      url: `/control/payments/${id}/decide`,
      payload: { choice, faults },
    })
    assert.equal(answer.statusCode, 200, answer.body)
    return answer.json()
  }

  async function pay(faults: FaultName[] = [], form: Record<string, string> = {}) {
    const { sessionkey } = await send(sessionForm(form))
    return decide(sessionkey ?? '', 'pay', faults)
  }

  /** Notifications of earlier payments may still be on their way, so each test counts its own. */
  const notifications = (reference: string) =>
    shop()
      .received.filter(({ path }) => path === '/ipn')
      .map(readForm)
      .filter((fields) => fields.tran_id === reference)

  return { one, shop, sessionForm, send, ask, validate, query, decide, pay, notifications }
}

/** As a merchant checks it, written down a second time. */
export function isSigned(fields: Record<string, string>, algorithm: 'md5' | 'sha256'): boolean {
  const md5 = createHash('md5').update(storePassword).digest('hex')
  const pairs = (fields.verify_key ?? '').split(',').map((key) => [key, fields[key] ?? ''] as const)
  const text = [...pairs, ['store_passwd', md5] as const]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}=${value}`)
    .join('&')
  const expected = createHash(algorithm).update(text).digest('hex')
  return expected === (algorithm === 'md5' ? fields.verify_sign : fields.verify_sign_sha2)
}
