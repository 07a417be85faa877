import type { SettlementColumns } from '@dhakacart/contract/console-settlements.schema.ts'

/** What a column of a courier's file probably holds, by its name. A guess to begin with: the person looks before it counts. */
export function guessColumns(names: readonly string[]): Required<SettlementColumns> {
  const find = (pattern: RegExp, not?: RegExp) =>
    names.find((name) => pattern.test(name) && not?.test(name) !== true) ?? ''
  return {
    parcel: find(/consignment|parcel|tracking/i, /status|type|count/i) || find(/invoice|merchant.?order|order.?id/i),
    collected: find(/collect|\bcod\b|cod.?amount/i, /fee|charge|due|status|type/i),
    fee: find(/total.*(?:fee|charge)/i) || find(/fee|charge/i),
  }
}
