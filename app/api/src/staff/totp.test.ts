import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchingStep, toBase32, totpCode, totpStep, totpUri } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

test('codes are those of RFC 6238, appendix B, and RFC 4226, appendix D', () => {
  // The eight digits of RFC 6238, of which apps show the last six.
  const vectors: [number, string][] = [
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ]
  for (const [seconds, digits] of vectors) assert.equal(totpCode(secret, totpStep(seconds)), digits.slice(2))
  assert.deepEqual(
    [0, 1, 2].map((step) => totpCode(secret, step)),
    ['755224', '287082', '359152'],
  )
})

test('a code counts in its own half minute and one to either side', () => {
  const code = totpCode(secret, 1_000)
  assert.deepEqual(
    [998, 999, 1_000, 1_001, 1_002].map((now) => matchingStep(secret, code, now)),
    [null, 1_000, 1_000, 1_000, null],
  )
  for (const wrong of ['', '12345', '1234567', 'abcdef']) assert.equal(matchingStep(secret, wrong, 1_000), null)
})

test('base32 is that of RFC 4648, §10, without padding', () => {
  const vectors = {
    '': '',
    f: 'MY',
    fo: 'MZXQ',
    foo: 'MZXW6',
    foob: 'MZXW6YQ',
    fooba: 'MZXW6YTB',
    foobar: 'MZXW6YTBOI',
  }
  for (const [text, encoded] of Object.entries(vectors)) assert.equal(toBase32(Buffer.from(text)), encoded)
  assert.equal(toBase32(secret), 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
})

test('the address that apps read names shop and account and carries nothing unescaped', () => {
  assert.equal(
    totpUri(secret, 'a&b@shop.example', 'Dhaka Cart'),
    'otpauth://totp/Dhaka%20Cart:a%26b%40shop.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Dhaka%20Cart',
  )
})
