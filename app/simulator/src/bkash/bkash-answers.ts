/** Texts of the status codes this simulation answers with. */
const messages = {
  '0000': 'Successful',
  '2001': 'Invalid App Key',
  '2002': 'Invalid Payment ID',
  '2006': 'Invalid Amount',
  '2007': 'Invalid Currency',
  '2008': 'Invalid Intent',
  '2023': 'Insufficient Balance',
  '2029': 'Duplicate for All Transactions',
  '2054': "Payment execution pre-requisite hasn't been met",
  '2056': 'Invalid Payment State',
  '2062': 'The payment has already been completed',
  '2065': 'Mandatory field is missing',
  '2117': 'Payment execution already been called before',
  '503': 'System is undergoing maintenance. Please try again later',
} as const

export type BkashCode = keyof typeof messages

export function answer(statusCode: BkashCode, detail = '') {
  return { statusCode, statusMessage: detail === '' ? messages[statusCode] : `${messages[statusCode]}: ${detail}` }
}

/** Times as bKash writes them: `2026-03-01T14:05:09:000 GMT+0600`. */
export function writeBkashTime(dhaka: string): string {
  return `${dhaka.replace(' ', 'T')}:000 GMT+0600`
}
