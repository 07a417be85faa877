import type { StatementColumns } from '@dhakacart/contract/console-statements.schema.ts'

/** What a column probably holds, by its name. A guess to begin with: the person looks, and the comparison shows what it made of it. */
export function guessColumns(names: readonly string[]): Required<StatementColumns> {
  const find = (pattern: RegExp, not?: RegExp) =>
    names.find((name) => pattern.test(name) && not?.test(name) !== true) ?? ''
  return {
    reference: find(/bank.?tran|trx.?id|transaction.?(?:id|no)|payment.?ref|reference/i, /merchant|invoice/i),
    ourReference: find(/invoice|order|merchant.?(?:ref|tran)|^tran.?id$/i),
    amount: find(/amount|paid|credit/i, /store|refund|fee|charge|vat|net|debit/i),
    returned: find(/refund.*amount|debit/i),
  }
}
