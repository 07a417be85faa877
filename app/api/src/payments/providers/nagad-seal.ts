import {
  constants,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
  sign,
  verify,
} from 'node:crypto'

type Sealed = { sensitiveData: string; signature: string }

/** Encrypts for Nagad and signs as the merchant; opens what Nagad encrypted for us and checks that Nagad signed it. */
export type NagadSeal = {
  seal(content: object): Sealed
  /** null when it was not encrypted for us or not signed by Nagad. */
  open(sealed: Sealed): unknown
}

/** Throws RangeError when a key cannot be read. Keys are PEM, or the bare base64 that Nagad hands out. */
export function createNagadSeal(keys: { gatewayPublicKey: string; merchantPrivateKey: string }): NagadSeal {
  const gatewayKey = readKey(() => createPublicKey(toPem(keys.gatewayPublicKey, 'PUBLIC KEY')), 'public key of Nagad')
  const merchantKey = readKey(() => createPrivateKey(toPem(keys.merchantPrivateKey, 'PRIVATE KEY')), 'private key')
  // Nagad's protocol: RSA with PKCS #1 v1.5 padding. OpenSSL answers a wrong padding with random bytes, which are no JSON.
  const padding = constants.RSA_PKCS1_PADDING
  return {
    seal(content) {
      const text = Buffer.from(JSON.stringify(content))
      return {
        sensitiveData: publicEncrypt({ key: gatewayKey, padding }, text).toString('base64'),
        signature: sign('sha256', text, merchantKey).toString('base64'),
      }
    },
    open({ sensitiveData, signature }) {
      try {
        const text = privateDecrypt({ key: merchantKey, padding }, Buffer.from(sensitiveData, 'base64'))
        const isSigned = verify('sha256', text, gatewayKey, Buffer.from(signature, 'base64'))
        return isSigned ? (JSON.parse(text.toString('utf8')) as unknown) : null
      } catch {
        return null
      }
    },
  }
}

function toPem(text: string, kind: string): string {
  return text.includes('-----BEGIN') ? text : `-----BEGIN ${kind}-----\n${text.trim()}\n-----END ${kind}-----\n`
}

function readKey(read: () => KeyObject, what: string): KeyObject {
  try {
    return read()
  } catch {
    throw new RangeError(`the ${what} cannot be read`)
  }
}
