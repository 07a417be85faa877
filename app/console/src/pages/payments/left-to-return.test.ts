import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ConsolePayment, ConsoleRefund, OrderMoney } from '@dhakacart/contract/console-payments.schema.ts'
import { leftToReturn } from './left-to-return.ts'

type Order = Parameters<typeof leftToReturn>[0]

const delivered: Order['timeline'] = [
  { kind: 'step', at: '2026-11-27T10:00:00.000Z', text: 'delivered', detail: null, by: null },
]
const onDelivery: Order = { paymentMethod: 'cash_on_delivery', totalPaisa: 100_000, timeline: [] }
const atBkash: Order = { ...onDelivery, paymentMethod: 'bkash' }

function moneyOf(
  payments: Pick<ConsolePayment, 'state' | 'amountPaisa' | 'refundedPaisa'>[],
  refunds: Pick<ConsoleRefund, 'method' | 'amountPaisa'>[] = [],
): OrderMoney {
  return { payments, refunds, attempts: [], ledger: [] } as unknown as OrderMoney
}

test('one refund takes from one payment: the largest rest counts, and what goes back anyway does not', () => {
  const money = moneyOf([
    { state: 'accepted', amountPaisa: 60_000, refundedPaisa: 45_000 },
    { state: 'accepted', amountPaisa: 40_000, refundedPaisa: 20_000 },
    { state: 'refund_due', amountPaisa: 90_000, refundedPaisa: 0 },
  ])
  assert.equal(leftToReturn(atBkash, money).largestPaisa, 20_000)
})

test('cash can go back once it was taken at the door, less what was paid online and what went back', () => {
  const advance = [{ state: 'accepted', amountPaisa: 10_000, refundedPaisa: 10_000 } as const]
  const back = [{ method: null, amountPaisa: 30_000 }, { method: 'bkash', amountPaisa: 10_000 } as const]
  assert.equal(leftToReturn(onDelivery, moneyOf(advance, back)).largestPaisa, 0)
  assert.equal(leftToReturn({ ...onDelivery, timeline: delivered }, moneyOf(advance, back)).largestPaisa, 60_000)
  assert.equal(leftToReturn({ ...atBkash, timeline: delivered }, moneyOf([])).largestPaisa, 0)
})
