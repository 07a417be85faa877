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

export type NagadKeys = { ours: KeyObject; merchants: KeyObject }

/** Reads the two keys as Nagad hands keys out: base64 of DER, or PEM. */
export function readNagadKeys(gatewayPrivateKey: string, merchantPublicKey: string): NagadKeys {
  return {
    ours: createPrivateKey(toPem(gatewayPrivateKey, 'PRIVATE KEY')),
    merchants: createPublicKey(toPem(merchantPublicKey, 'PUBLIC KEY')),
  }
}

function toPem(key: string, label: string): string {
  return key.includes('-----') ? key : `-----BEGIN ${label}-----\n${key.trim()}\n-----END ${label}-----\n`
}

/** Opens what a merchant sealed for us and signed; null when it is not from them or not for us. */
export function open(keys: NagadKeys, sealed: unknown, signature: unknown): Record<string, string> | null {
  if (typeof sealed !== 'string' || typeof signature !== 'string') return null
  try {
    const key = { key: keys.ours, padding: constants.RSA_PKCS1_PADDING }
    const text = privateDecrypt(key, Buffer.from(sealed, 'base64'))
    if (!verify('sha256', text, keys.merchants, Buffer.from(signature, 'base64'))) return null
    return JSON.parse(text.toString('utf8')) as Record<string, string>
  } catch {
    return null
  }
}

/** Seals an answer for the merchant and signs it; `isForged` puts a signature under other words. */
export function seal(keys: NagadKeys, content: Readonly<Record<string, string>>, isForged = false) {
  const text = Buffer.from(JSON.stringify(content))
  const sealed = publicEncrypt({ key: keys.merchants, padding: constants.RSA_PKCS1_PADDING }, text)
  const signed = isForged ? Buffer.concat([text, Buffer.from(' ')]) : text
  return {
    sensitiveData: sealed.toString('base64'),
    signature: sign('sha256', signed, keys.ours).toString('base64'),
  }
}
