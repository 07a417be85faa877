import { quoteCart } from '@dhakacart/contract/carts.schema.ts'
import { ApiAway } from '@dhakacart/contract/client.ts'
import type { CartOrder } from '@dhakacart/contract/orders.schema.ts'
import { cartRooms } from '../../cart-rooms.ts'
import type { CheckoutErrors, CheckoutValues } from '../../checkout-values.ts'
import { noValues } from '../../checkout-values.ts'
import { links } from '../../links.ts'
import { offeredMethods } from '../../offered-methods.ts'
import { type Answer, type PersonalRequest, personalPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'
import { readCart } from '../cart/cart.load.ts'
import { type KnownShopper, knownShopper } from './known-shopper.ts'
import { describeChanges, type Seen } from './seen-cart.ts'
import { upazilasOf } from './upazilas-of.ts'

/** The checkout: empty for a guest, filled in as far as the account knows for whoever is signed in. */
export const checkoutPage = personalPage(async (request) => {
  const [known, rooms] = await Promise.all([knownShopper(request), cartRooms(request.call)])
  const closed = rooms.find(({ passEndsAt }) => passEndsAt === null)
  // Before anything is typed, not after.
  if (closed !== undefined) return seeOther(links.waitingRoom(request.language, closed.saleId))
  return showCheckout(request, { values: known?.values ?? noValues, known })
})

/** Nothing is left to order here, for it was ordered before; `ordered` null: by whom we cannot tell, or long ago. */
export function showOrdered({ language }: PersonalRequest, ordered: CartOrder | null, status = 200): Answer {
  const title = shops[language].texts.checkout.orderedTitle
  return show('checkout-ordered', { ordered }, { title }, { status, here: '/checkout' })
}

export type Draft = {
  values: CheckoutValues
  /** Given on arrival only: who it is and what they can choose; null for a guest. */
  known?: KnownShopper | null
  errors?: CheckoutErrors
  /** What the shopper saw before, to say what is different now. */
  seen?: Seen
  /** Changes that the difference cannot tell, and the variants they are about. */
  /** The waiting room that stands before this order. */
  roomSaleId?: number
  told?: { changes: string[]; variantIds: ReadonlySet<number> }
  /** Said when nothing above explains why the form is shown again. */
  problem?: string
  status?: number
}

/** The checkout form with everything that was typed, and the amounts as they are now. */
export async function showCheckout(request: PersonalRequest, draft: Draft): Promise<Answer> {
  const { call, language } = request
  const shop = shops[language]
  const [{ cart, ordered }, divisions, offered] = await Promise.all([
    readCart(request),
    request.divisions(),
    offeredMethods(call),
  ])
  if (ordered !== null) return showOrdered(request, ordered)
  if (cart.lines.length === 0) return seeOther(links.cart(language))
  // The list is empty only while the api has never answered, and without it nobody can say where to deliver.
  if (divisions.length === 0) throw new ApiAway(new Error('there are no districts yet'))
  const upazilas = await upazilasOf(request, draft.values.district)
  const isListed = upazilas.some(({ id }) => String(id) === draft.values.upazila)
  const values = {
    ...draft.values,
    district: upazilas.length === 0 ? '' : draft.values.district,
    upazila: isListed ? draft.values.upazila : '',
  }
  const quote = isListed ? (await call(quoteCart, { query: { upazilaId: Number(values.upazila) } })).body : null
  const { known, seen, told, errors = {}, problem, roomSaleId, status = 200 } = draft
  const changes = [
    ...(told?.changes ?? []),
    ...(seen ? describeChanges(shop, seen, cart, quote?.deliveryFeePaisa ?? null, told?.variantIds) : []),
  ]
  const { title, problemPrefix } = shop.texts.checkout
  const hasErrors = Object.keys(errors).length > 0
  return show(
    'checkout',
    {
      state: { values, errors, cart, divisions, upazilas, quote, offered },
      changes,
      ...(known !== undefined && { known }),
      ...(roomSaleId !== undefined && { roomSaleId }),
      ...(problem !== undefined && changes.length === 0 && { problem }),
    },
    { title: hasErrors ? problemPrefix + title : title, needsCart: true, fetchIsland: 'checkout-form' },
    { status, here: '/checkout' },
  )
}
