import { createHash, timingSafeEqual } from 'node:crypto'

/** More fields than a notice has; SSLCOMMERZ signs about 25. */
const maxSignedFields = 100

/**
 * Whether a notice was signed with the store's password, by MD5 (`verify_sign`) and SHA-256 (`verify_sign_sha2`): the fields
 * that `verify_key` lists and the password's MD5, sorted by name. Keeps strangers out cheaply; what a notice says is asked again anyway.
 */
export function isSigned(form: URLSearchParams, storePassword: string): boolean {
  const names = (form.get('verify_key') ?? '').split(',').filter((name) => name !== '')
  if (names.length === 0 || names.length > maxSignedFields) return false
  const text = signedText(form, names, storePassword)
  return (
    isEqual(form.get('verify_sign'), createHash('md5').update(text).digest('hex')) &&
    isEqual(form.get('verify_sign_sha2'), createHash('sha256').update(text).digest('hex'))
  )
}

function signedText(form: URLSearchParams, names: readonly string[], storePassword: string): string {
  const fields = new Map(names.map((name) => [name, form.get(name) ?? '']))
  fields.set('store_passwd', createHash('md5').update(storePassword).digest('hex'))
  return [...fields]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
}

function isEqual(given: string | null, expected: string): boolean {
  const [one, other] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
