import { randomUUID } from 'node:crypto'
import { addCartLine, type Cart, getCart, removeCartLine, setCartLine } from '@dhakacart/contract/carts.schema.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import { type CartOrder, getCartOrder } from '@dhakacart/contract/orders.schema.ts'
import { cartRooms } from '../../cart-rooms.ts'
import { errorText } from '../../error-text.ts'
import { readId, readQuantity } from '../../form-values.ts'
import { links } from '../../links.ts'
import { type Answer, type PersonalRequest, personalPage, seeOther, show } from '../../page.ts'
import { shops } from '../../shop.ts'

/** The cart; after a removal its address says what can be put back. */
export const cartPage = personalPage(async (request) => {
  const shop = shops[request.language]
  const { cart, ordered } = await readCart(request)
  const variantId = readId(request.query.get('removed'))
  const quantity = readQuantity(request.query.get('quantity'))
  const isBack = cart.lines.some((line) => line.variantId === variantId)
  const removed = variantId === null || quantity === null || isBack ? null : { variantId, quantity }
  const rooms = cart.lines.length === 0 ? [] : await cartRooms(request.call)
  return show('cart', { cart, removed, ordered, rooms }, { title: shop.texts.cart.title }, { here: '/cart' })
})

/** The cart, and when there is nothing in it, the order that it became: whoever comes back from a provider's page lands here. */
export async function readCart({
  call,
}: Pick<PersonalRequest, 'call'>): Promise<{ cart: Cart; ordered: CartOrder | null }> {
  const { body: cart } = await call(getCart)
  return { cart, ordered: cart.lines.length > 0 ? null : (await call(getCartOrder)).body.order }
}

/** “Add to cart” as a plain form. */
export const addToCartPage = personalPage(async (request) => {
  const { call, form, language } = request
  const { badAddition, badQuantity } = shops[language].texts.cart
  const variantId = readId(form.get('variant'))
  const quantity = readQuantity(form.get('quantity') ?? '1')
  if (variantId === null) return cartWithProblem(request, badAddition, 400)
  if (quantity === null) return cartWithProblem(request, badQuantity, 400)
  return writeCart(request, () =>
    // The key covers a lost answer between us and the api. Pressing the button twice means two.
    call(addCartLine, { body: { variantId, quantity }, headers: { 'idempotency-key': randomUUID() } }),
  )
})

/** The quantity of a line. */
export const setCartLinePage = personalPage(async (request) => {
  const { call, form, params, language } = request
  const variantId = readId(params['variantId'])
  const quantity = readQuantity(form.get('quantity'))
  if (variantId === null || quantity === null) {
    return cartWithProblem(request, shops[language].texts.cart.badQuantity, 400)
  }
  return writeCart(request, () => call(setCartLine, { params: { variantId }, body: { quantity } }))
})

/** Takes a line out; the cart then offers to put it back. */
export const removeCartLinePage = personalPage(async (request) => {
  const { call, form, params, language } = request
  const variantId = readId(params['variantId'])
  if (variantId === null) return cartWithProblem(request, shops[language].texts.cart.badAddition, 400)
  const after = links.cartAfterRemoval(language, variantId, readQuantity(form.get('quantity')) ?? 1)
  return writeCart(request, () => call(removeCartLine, { params: { variantId } }), after)
})

async function writeCart(
  request: PersonalRequest,
  write: () => Promise<unknown>,
  after: string = links.cart(request.language),
): Promise<Answer> {
  try {
    await write()
    return seeOther(after)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    return cartWithProblem(request, errorText(shops[request.language], error.code), error.status)
  }
}

/** The cart as it is, with what went wrong above it. */
export async function cartWithProblem(request: PersonalRequest, problem: string, status: number): Promise<Answer> {
  return showCart(request, { problem, status })
}

type Said = { problem?: string; couponProblem?: string; status: number }

/** The cart as it is, with what was wrong with the last press. */
export async function showCart({ call, language }: PersonalRequest, { status, ...said }: Said): Promise<Answer> {
  const { cart, ordered } = await readCart({ call })
  const { title } = shops[language].texts.cart
  return show('cart', { cart, ordered, removed: null, ...said }, { title }, { status, here: '/cart' })
}
