import { createHash } from 'node:crypto'

const hash = (algorithm: 'md5' | 'sha256', text: string) => createHash(algorithm).update(text).digest('hex')

/**
 * The signature of a notification: the fields of verify_key and store_passwd = md5(password), sorted by name and joined
 * as `name=value&…`, hashed. The password is hashed with md5 for both variants, as in the vendor's own library.
 */
export function sign(fields: Readonly<Record<string, string>>, storePassword: string, algorithm: 'md5' | 'sha256') {
  const signed: Record<string, string> = { ...fields, store_passwd: hash('md5', storePassword) }
  const text = Object.keys(signed)
    .sort()
    .map((name) => `${name}=${signed[name]}`)
    .join('&')
  return hash(algorithm, text)
}
