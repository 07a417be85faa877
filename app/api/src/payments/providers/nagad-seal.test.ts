import assert from 'node:assert/strict'
import { constants, generateKeyPairSync, privateDecrypt, publicEncrypt, sign, verify } from 'node:crypto'
import { test } from 'node:test'
import { createNagadSeal } from './nagad-seal.ts'

const makeKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
const [nagad, merchant, stranger] = [makeKeys(), makeKeys(), makeKeys()]
const padding = constants.RSA_PKCS1_PADDING
const keys = { gatewayPublicKey: nagad.publicKey, merchantPrivateKey: merchant.privateKey }
const seal = createNagadSeal(keys)

/** What Nagad sends: encrypted for somebody, signed by somebody. */
function sealedByNagad(text: string, { readBy = merchant.publicKey, signedBy = nagad.privateKey } = {}) {
  return {
    sensitiveData: publicEncrypt({ key: readBy, padding }, Buffer.from(text)).toString('base64'),
    signature: sign('sha256', Buffer.from(text), signedBy).toString('base64'),
  }
}
const answer = JSON.stringify({ paymentReferenceId: 'REF1', challenge: 'abc' })

test('what we seal Nagad alone can read, and see that it is ours', () => {
  const { sensitiveData, signature } = seal.seal({ orderId: 'DC1', amount: '10.00' })
  const text = privateDecrypt({ key: nagad.privateKey, padding }, Buffer.from(sensitiveData, 'base64'))
  assert.deepEqual(JSON.parse(text.toString('utf8')), { orderId: 'DC1', amount: '10.00' })
  assert.equal(verify('sha256', text, merchant.publicKey, Buffer.from(signature, 'base64')), true)
})

test('what Nagad sealed for us is opened', () => {
  assert.deepEqual(seal.open(sealedByNagad(answer)), { paymentReferenceId: 'REF1', challenge: 'abc' })
})

test('what another signed, what was signed for another text, and what was meant for another is not opened', () => {
  const good = sealedByNagad(answer)
  const otherText = sealedByNagad(JSON.stringify({ paymentReferenceId: 'REF2', challenge: 'abc' }))
  const refused = {
    'signed by a stranger': sealedByNagad(answer, { signedBy: stranger.privateKey }),
    'signed by ourselves': sealedByNagad(answer, { signedBy: merchant.privateKey }),
    'another text’s signature': { ...good, signature: otherText.signature },
    'no signature': { ...good, signature: '' },
    'a signature that is no base64': { ...good, signature: '%%%' },
    'for a stranger’s eyes': sealedByNagad(answer, { readBy: stranger.publicKey }),
    'cut short': { ...good, sensitiveData: good.sensitiveData.slice(0, -8) },
    empty: { ...good, sensitiveData: '' },
    'no JSON inside': sealedByNagad('paymentReferenceId=REF1'),
  }
  for (const [title, sealed] of Object.entries(refused)) assert.equal(seal.open(sealed), null, title)
})

test('keys are taken as PEM and as the bare base64 that Nagad hands out', () => {
  const bare = (pem: string) => pem.replace(/-----[^-]+-----/g, '').trim()
  for (const shape of [bare, (pem: string) => bare(pem).replaceAll('\n', ''), (pem: string) => `  ${bare(pem)}\n`]) {
    const other = createNagadSeal({
      gatewayPublicKey: shape(nagad.publicKey),
      merchantPrivateKey: shape(merchant.privateKey),
    })
    assert.deepEqual(other.open(sealedByNagad(answer)), { paymentReferenceId: 'REF1', challenge: 'abc' })
  }
})

test('a key that cannot be read is told at once, by its name and without its content', () => {
  const wrong = ['', 'x', 'bm90IGEga2V5', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----']
  for (const key of wrong) {
    const told = (made: object) => ({ name: 'RangeError', ...made })
    assert.throws(
      () => createNagadSeal({ ...keys, gatewayPublicKey: key }),
      told({ message: 'the public key of Nagad cannot be read' }),
    )
    assert.throws(
      () => createNagadSeal({ ...keys, merchantPrivateKey: key }),
      told({ message: 'the private key cannot be read' }),
    )
  }
  assert.throws(() => createNagadSeal({ ...keys, merchantPrivateKey: nagad.publicKey }), RangeError)
})
