import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bn } from '../../texts/bn.ts'
import { en, type Texts } from '../../texts/en.ts'
import { reasonText } from './reason-text.ts'

const inEnglish = (reason: string) => reasonText(reason, { texts: en as Texts, digits: (text) => text })
const inBangla = (reason: string) => reasonText(reason, { texts: bn, digits: (text) => text })

/** As the worker writes them. */
const reasons = [
  ...Object.keys(en.couriers.reasons.exact),
  ...['http_429', 'token_http_429', 'http_401', 'http_503', 'http_418', 'token_timeout', 'network'],
  ...['econnrefused', 'econnreset', 'eai_again', 'und_err_connect_timeout', 'outgoing_refused'],
  ...['recipient_phone', 'recipient_phone,recipient_address', 'cod_amount'],
]

test('every reason of a booking is said in words, in both languages', () => {
  for (const reason of reasons) {
    assert.notEqual(inEnglish(reason), reason)
    assert.match(inBangla(reason), /[\u0980-\u09ff]/, reason)
  }
})

test('a limit, keys that are refused, maintenance and what a courier does not take are told apart', () => {
  assert.equal(inEnglish('token_http_429'), 'The courier takes no more requests just now')
  assert.equal(inEnglish('http_403'), 'The courier refuses our keys')
  assert.equal(inEnglish('http_502'), 'The courier is out of order')
  assert.equal(inEnglish('http_418'), 'The courier answered 418')
  assert.equal(
    inEnglish('recipient_phone,recipient_address'),
    'The courier does not take: the telephone number, the address',
  )
})

test('what nobody foresaw stays as it is', () => {
  for (const reason of ['recipient_phone,moon_phase', 'something_new', '']) assert.equal(inEnglish(reason), reason)
})
