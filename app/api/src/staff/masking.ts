import type { StaffIdentity } from './staff-identity.ts'

/**
 * What staff without `customers.personal_data` see of a customer: enough to tell two apart and to agree on the telephone
 * which one is meant, too little to call, write to or visit anybody.
 */
const hidden = '•••'

/** `+8801712345678` → `+88017•••678`: the operator and the last three digits. */
function maskPhone(phone: string): string {
  return phone.length < 9 ? hidden : `${phone.slice(0, -8)}${hidden}${phone.slice(-3)}`
}

/** `rahima@example.com` → `r•••@example.com`. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@')
  return at < 1 ? hidden : `${firstCharacter(email)}${hidden}${email.slice(at)}`
}

/** `Rahima Begum` → `Rahima B•••`: the given name serves on the telephone. */
function maskName(name: string): string {
  const [given = '', ...others] = name.trim().split(/\s+/)
  return others.length === 0
    ? `${firstCharacter(given)}${hidden}`
    : `${given} ${firstCharacter(others.at(-1) as string)}${hidden}`
}

/** Nothing of a street stays: house and road are what leads to the door. */
function maskAddress(_address: string): string {
  return hidden
}

/** A Bangla letter with its signs is one character to a reader. */
function firstCharacter(text: string): string {
  const [first] = new Intl.Segmenter('bn').segment(text)
  return first?.segment ?? ''
}

const same = <T extends string | null>(text: T): T => text
const masking =
  (mask: (text: string) => string) =>
  <T extends string | null>(text: T): T =>
    (text === null ? null : mask(text)) as T

const open = { phone: same, email: same, name: same, address: same, isMasked: false }
const masked = {
  phone: masking(maskPhone),
  email: masking(maskEmail),
  name: masking(maskName),
  address: masking(maskAddress),
  isMasked: true,
}

/** How this member of staff sees personal data: `const show = personalData(staff)`, then `show.phone(order.customerPhone)`. null stays null. */
export function personalData(staff: StaffIdentity): typeof open {
  return staff.can('customers.personal_data') ? open : masked
}
