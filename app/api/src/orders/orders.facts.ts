import { defaultSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { Tx } from '@dhakacart/database/connect.ts'
import type * as carts from '../carts/carts.service.ts'
import { countUses, lockByCodes } from '../coupons/coupons.service.ts'
import { readFacts } from '../sales/sale-claims.service.ts'
import { noSales, type SaleFacts } from '../sales/sale-terms.ts'
import { read as readSettings } from '../settings/settings.service.ts'
import { lockPhones, readStandings } from './cod.repository.ts'
import type { OnlineAmounts, PhoneStanding } from './cod-terms.ts'
import type { OrderRequest } from './order-request.ts'
import type { CodFacts, CouponFacts } from './orders.decision.ts'

/** What of a batch decides which facts its orders need. */
type Asked = { request: OrderRequest; customerId: number | null }

/** What cash on delivery depends on, for each phone; nothing is read when nobody pays on delivery. */
export async function readCodFacts(
  tx: Tx,
  placements: readonly Asked[],
  onlineAmounts: OnlineAmounts,
): Promise<(phone: string, customerId: number | null) => CodFacts> {
  const phones = placements
    .filter(({ request }) => request.paymentMethod === 'cash_on_delivery')
    .map(({ request }) => request.customerPhone)
  if (phones.length > 0) await lockPhones(tx, phones)
  const standings = phones.length > 0 ? await readStandings(tx, phones) : new Map<string, PhoneStanding>()
  const settings = phones.length > 0 ? await readSettings(tx) : defaultSettings
  return (phone, customerId) => {
    const standing = standings.get(phone) ?? { openOrders: 0, refusedParcels: 0, customerId: null }
    const isPhoneProved = customerId !== null && standing.customerId === customerId
    return { settings, standing, isPhoneProved, onlineAmounts }
  }
}

/** The coupons of open carts, locked after the carts and before the stock; nothing is read when no cart has one. */
export async function lockCoupons(
  tx: Tx,
  locked: readonly carts.LockedCart[],
  placements: readonly Asked[],
): Promise<CouponFacts> {
  const codes = locked.flatMap(({ couponCode, isOrdered }) => (couponCode === null || isOrdered ? [] : [couponCode]))
  if (codes.length === 0) return { byCode: new Map(), uses: new Map() }
  const byCode = await lockByCodes(tx, codes)
  const ids = [...byCode.values()].map(({ id }) => id)
  const phones = placements.map(({ request }) => request.customerPhone)
  return { byCode, uses: await countUses(tx, ids, phones) }
}

/** The sales that have lines of the batch now, read while their stock is locked; nothing is read when there are none. */
export async function readSaleFacts(
  tx: Tx,
  lines: readonly carts.LineToOrder[],
  placements: readonly Asked[],
): Promise<SaleFacts> {
  const inSale = new Set(lines.flatMap(({ variantId, isInSale }) => (isInSale ? [variantId] : [])))
  if (inSale.size === 0) return noSales
  const phones = new Set(placements.map(({ request }) => request.customerPhone))
  const customerIds = placements.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]))
  return readFacts(tx, [...inSale], [...phones], customerIds)
}
