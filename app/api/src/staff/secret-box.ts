import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readSecretKeys } from '../secret-keys.ts'

/** Encrypts what the database keeps and must not be able to read, like the secrets of authenticator apps. */
export type SecretBox = {
  /** `name.base64url`; only the same `purpose` opens it, so a value cannot be moved to another row. */
  seal(secret: Buffer, purpose: string): string
  /** Throws when the key is not here any more, or the value is not as it was sealed. */
  open(sealed: string, purpose: string): Buffer
  /** false: sealed with a key that a newer one replaced; seal it again. */
  isCurrent(sealed: string): boolean
}

const nonceBytes = 12
const tagBytes = 16

/**
 * Reads `name:base64 of 32 bytes`, several separated by commas: the first seals, all of them open. So a key is replaced by
 * putting a new one in front. RangeError, which does not repeat the value.
 */
export function createSecretBox(text: string): SecretBox {
  const keys = readSecretKeys(text)
  const [current] = keys.keys()
  return {
    seal(secret, purpose) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', keys.get(current as string) as Buffer, nonce)
      cipher.setAAD(Buffer.from(purpose))
      const bytes = Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
      return `${current}.${bytes.toString('base64url')}`
    },
    open(sealed, purpose) {
      const [name = '', content = ''] = sealed.split('.')
      const key = keys.get(name)
      if (key === undefined) throw new Error(`the key "${name}" is not among STAFF_SECRETS_KEY`)
      const bytes = Buffer.from(content, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(purpose))
      decipher.setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(nonceBytes, -tagBytes)), decipher.final()])
    },
    isCurrent: (sealed) => sealed.startsWith(`${current}.`),
  }
}
