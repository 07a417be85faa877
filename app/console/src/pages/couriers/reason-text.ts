import type { Words } from '../../words.ts'

/** Why a booking is as it is, as the worker wrote it down, in the reader's language; what nobody foresaw stays as it is. */
export function reasonText(reason: string, { texts, digits }: Pick<Words, 'texts' | 'digits'>): string {
  const { reasons } = texts.couriers
  const exact = (reasons.exact as Readonly<Record<string, string>>)[reason]
  if (exact !== undefined) return exact
  // What is said of asking for a token is said of the courier.
  const plain = reason.replace(/^token_/, '')
  const status = /^http_(\d{3})$/.exec(plain)?.[1]
  if (status !== undefined) return statusText(status, { texts, digits })
  if (plain === 'timeout') return reasons.exact.timeout
  // As the system names them: econnrefused, enotfound, und_err_socket.
  if (plain === 'network' || /^(?:e[a-z_]{5,}|und_err_\w+|outgoing_refused)$/.test(plain)) return reasons.unreachable
  const fields = plain.split(',').map((field) => (reasons.fields as Readonly<Record<string, string>>)[field])
  return fields.every((field) => field !== undefined) ? reasons.refused([...new Set(fields)].join(', ')) : reason
}

function statusText(status: string, { texts, digits }: Pick<Words, 'texts' | 'digits'>): string {
  const { reasons } = texts.couriers
  if (status === '429') return reasons.busy
  if (status === '401' || status === '403') return reasons.keys
  return status.startsWith('5') ? reasons.down : reasons.answered(digits(status))
}
