import type { SaleLimits } from '@dhakacart/contract/orders.schema.ts'
import { PhoneUnconfirmed, SaleLimitReached } from '../errors.ts'

/** A sale that runs now and has this variant, as decisions need it. */
export type RunningSale = {
  saleId: number
  variantId: number
  pricePaisa: number
  /** Of the allotment, after what came before in the same batch; an accepted order takes its own. */
  unitsLeft: number
  /** Units of one variant that one phone may buy; null: any number. */
  limitPerCustomer: number | null
  hasWaitingRoom: boolean
}

/** What is true of sales while the stock of the batch is locked. */
export type SaleFacts = {
  /** Every variant of the batch that is in a running sale, whatever is left of it. */
  byVariant: ReadonlyMap<number, RunningSale>
  /** Units that orders of a phone have bought and not given back, by `saleId variantId phone`; an accepted order adds its own. */
  unitsOfPhone: Map<string, number>
  /** Confirmed numbers of those who are signed in. */
  phoneOfCustomer: ReadonlyMap<number, string>
}

/** For a batch in which nothing is in a sale. */
export const noSales: SaleFacts = { byVariant: new Map(), unitsOfPhone: new Map(), phoneOfCustomer: new Map() }

type Line = { variantId: number; quantity: number; unitPricePaisa: number }
type NamedLine = Line & { nameEn: string; nameBn: string }

/** A line at the price of this moment; `sale` is the one whose price it has, null at the usual price. */
export type PricedLine<L extends Line> = L & { sale: RunningSale | null }

/**
 * Prices a line: the sale's price where it is the lower one and what is left of the allotment covers the whole line, else the usual. A line has one
 * price; whoever wants the last units at the sale's price lowers the quantity.
 */
export function priceLine<L extends Line>(line: L, { byVariant }: SaleFacts): PricedLine<L> {
  const sale = byVariant.get(line.variantId)
  const isCheaper = sale !== undefined && sale.pricePaisa < line.unitPricePaisa
  if (!isCheaper || sale.unitsLeft < line.quantity) return { ...line, sale: null }
  return { ...line, unitPricePaisa: sale.pricePaisa, sale }
}

/** Refuses more units at a sale's price than one phone may have. Throws SALE_LIMIT_REACHED. */
export function refuseBeyondLimit(
  lines: readonly PricedLine<NamedLine>[],
  phone: string,
  { unitsOfPhone }: SaleFacts,
): void {
  const beyond = lines.flatMap(({ sale, variantId, quantity, nameEn, nameBn }) => {
    if (sale === null || sale.limitPerCustomer === null) return []
    const left = Math.max(0, sale.limitPerCustomer - (unitsOfPhone.get(keyOf(sale, phone)) ?? 0))
    return quantity <= left ? [] : [{ variantId, name: { en: nameEn, bn: nameBn }, limit: sale.limitPerCustomer, left }]
  })
  if (beyond.length > 0) throw new SaleLimitReached({ details: { sale: beyond } satisfies SaleLimits })
}

/** Whether these lines are sold to a confirmed number alone. */
export function needsConfirmedPhone(lines: readonly PricedLine<Line>[]): boolean {
  return lines.some(({ sale }) => sale !== null && sale.limitPerCustomer !== null)
}

/**
 * An order with a limit per customer from a number nobody has confirmed: one that would be confirmed at once waits for a code
 * first; one that is paid online cannot, so its shopper confirms the number by signing in before. Throws PHONE_UNCONFIRMED.
 */
export function confirmingFirst<T extends { state: string; holdSeconds: number | null }>(
  terms: T,
  confirmationMinutes: number,
): T {
  if (terms.state === 'pending_payment') throw new PhoneUnconfirmed()
  if (terms.state !== 'confirmed') return terms
  return { ...terms, state: 'pending_confirmation', holdSeconds: confirmationMinutes * 60 }
}

/** Takes the units of an accepted order from allotment and limit, for those behind it in the batch. */
export function takeUnits(lines: readonly PricedLine<Line>[], phone: string, { unitsOfPhone }: SaleFacts): void {
  for (const { sale, quantity } of lines) {
    if (sale === null) continue
    sale.unitsLeft -= quantity
    unitsOfPhone.set(keyOf(sale, phone), (unitsOfPhone.get(keyOf(sale, phone)) ?? 0) + quantity)
  }
}

function keyOf({ saleId, variantId }: RunningSale, phone: string): string {
  return `${saleId} ${variantId} ${phone}`
}
