import { removeCartLine, setCartLine } from '@dhakacart/contract/carts.schema.ts'
import { ApiAway, ApiError } from '@dhakacart/contract/client.ts'
import {
  type AdvanceTooLarge,
  getCartOrder,
  type OrderConflict,
  type PlaceOrder,
  placeOrder,
  type SaleLimits,
} from '@dhakacart/contract/orders.schema.ts'
import {
  type CheckoutValues,
  checkoutFields,
  findCheckoutErrors,
  readCheckoutValues,
  readPaymentMethod,
} from '../../checkout-values.ts'
import { errorText } from '../../error-text.ts'
import { quantityMax } from '../../form-values.ts'
import { type Answer, type PersonalRequest, personalPage, seeOther, show } from '../../page.ts'
import { type Shop, shops } from '../../shop.ts'
import { cartWithProblem } from '../cart/cart.load.ts'
import { beginPaying } from '../order/pay.load.ts'
import { roomOf } from '../waiting-room/waiting-room.load.ts'
import { showCheckout, showOrdered } from './checkout.load.ts'
import { readSeen, type Seen } from './seen-cart.ts'

/** The checkout form as it was sent: to see the upazilas, to see the fee, or to order. */
export const submitCheckoutPage = personalPage(async (request) => {
  const values = readCheckoutValues(request.form)
  const step = request.form.get('step')
  try {
    if (step === 'district' || step === 'quote') return await showCheckout(request, { values })
    return await order(request, values)
  } catch (error) {
    const isOurs = error instanceof ApiAway || (error instanceof ApiError && error.status >= 500)
    if (!isOurs) throw error
    return showAway(request, values, error)
  }
})

async function order(request: PersonalRequest, typed: CheckoutValues): Promise<Answer> {
  const { call, form, language } = request
  const { checkout: texts } = shops[language].texts
  // Without our script the district can be changed under the list of upazilas of another one.
  const isOtherDistrict = form.get('upazilasOf') !== typed.district
  const values = isOtherDistrict ? { ...typed, upazila: '' } : typed
  const errors = findCheckoutErrors(values, texts)
  if (Object.keys(errors).length > 0) return showCheckout(request, { values, errors, status: 422 })
  if (form.get('fee') === '' || form.get('quotedFor') !== values.upazila) {
    return showCheckout(request, { values, problem: texts.feeShown, status: 409 })
  }
  const seen = readSeen(form)
  if (seen === null) return showCheckout(request, { values, problem: texts.notUnderstood, status: 400 })
  try {
    const body = toPlaceOrder(values, seen, language)
    const { body: placed } = await call(placeOrder, { body, headers: { 'idempotency-key': seen.orderKey } })
    return seeOther(await beginPaying(request, placed, values.instalments))
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    return refused(request, values, seen, error)
  }
}

function toPlaceOrder(values: CheckoutValues, seen: Seen, language: PlaceOrder['language']): PlaceOrder {
  return {
    customerName: values.name,
    customerPhone: values.phone,
    customerEmail: values.email || null,
    upazilaId: Number(values.upazila),
    streetAddress: values.street,
    deliveryNote: values.note || null,
    paymentMethod: readPaymentMethod(values.payment) ?? 'cash_on_delivery',
    language,
    seen: {
      lines: seen.lines,
      deliveryFeePaisa: seen.deliveryFeePaisa,
      ...(seen.discountPaisa !== undefined && { discountPaisa: seen.discountPaisa }),
    },
  }
}

/** The api said no, and nothing is ordered: says why, with everything typed kept and the amounts as they are now. */
async function refused(request: PersonalRequest, values: CheckoutValues, seen: Seen, error: ApiError): Promise<Answer> {
  const { code, status } = error
  const shop = shops[request.language]
  const problem = errorText(shop, code)
  switch (code) {
    case 'OUT_OF_STOCK':
      return takeWhatIsLeft(request, values, seen, error)
    case 'PRICE_CHANGED':
    case 'DELIVERY_FEE_CHANGED':
    case 'CART_CHANGED':
    case 'IDEMPOTENCY_KEY_UNKNOWN':
      return showCheckout(request, { values, seen, problem, status: 409 })
    case 'CART_EMPTY':
    case 'CART_NOT_FOUND':
      return cartWithProblem(request, problem, status)
    case 'CART_ORDERED':
    case 'IDEMPOTENCY_KEY_REUSED':
      return showOrdered(request, (await request.call(getCartOrder)).body.order, status)
    case 'PHONE_INVALID':
      return showCheckout(request, { values, errors: { phone: problem }, status })
    case 'PLACE_NOT_FOUND':
      return showCheckout(request, { values, errors: { upazila: problem }, status: 422 })
    case 'PAYMENT_METHOD_UNAVAILABLE':
    case 'PAYMENT_AMOUNT_NOT_TAKEN':
      return showCheckout(request, { values, errors: { payment: problem }, status: 422 })
    case 'PAYMENT_ADVANCE_NOT_TAKEN': {
      const { advancePaisa, maxPaisa } = error.details as AdvanceTooLarge
      const payment = shop.texts.checkout.advanceTooLarge(shop.money(advancePaisa), shop.money(maxPaisa))
      return showCheckout(request, { values, errors: { payment }, status })
    }
    case 'SALE_LIMIT_REACHED':
      return showCheckout(request, { values, seen, problem: limitText(shop, error), status })
    case 'PHONE_UNCONFIRMED':
      return showCheckout(request, { values, errors: { payment: problem }, status })
    case 'WAITING_ROOM_PASS_NEEDED': {
      const roomSaleId = roomOf(error)
      return showCheckout(request, { values, problem, status, ...(roomSaleId !== null && { roomSaleId }) })
    }
    case 'COUPON_CHANGED':
    case 'TOO_MANY_OPEN_ORDERS':
      return showCheckout(request, { values, problem, status })
    case 'COUPON_UNKNOWN':
    case 'COUPON_NOT_STARTED':
    case 'COUPON_ENDED':
    case 'COUPON_MINIMUM':
    case 'COUPON_USED_UP':
    case 'COUPON_USED_BY_PHONE':
      return cartWithProblem(request, problem, status)
    default:
      return showCheckout(request, { values, problem: shop.texts.checkout.notUnderstood, status })
  }
}

/** Which products are more than one customer may buy in their sale, and how many are still possible. */
function limitText(shop: Shop, error: ApiError): string {
  const { checkout: texts } = shop.texts
  const { sale } = error.details as SaleLimits
  return sale
    .map(({ name, limit, left }) =>
      left === 0
        ? texts.saleLimitReached(shop.pick(name), shop.number(limit))
        : texts.saleLimit(shop.pick(name), shop.number(limit), shop.number(left)),
    )
    .join(' ')
}

/** Sets the cart to what can be had, so that the page after it shows amounts that can be ordered with one press. */
async function takeWhatIsLeft(
  request: PersonalRequest,
  values: CheckoutValues,
  seen: Seen,
  error: ApiError,
): Promise<Answer> {
  const { call, language } = request
  const shop = shops[language]
  const { checkout: texts } = shop.texts
  const wanted = new Map(seen.lines.map(({ variantId, quantity }) => [variantId, quantity]))
  const short = (error.details as OrderConflict | undefined)?.lines ?? []
  const changes: string[] = []
  for (const { variantId, name, availableUnits } of short) {
    const quantity = Math.min(availableUnits, quantityMax)
    const params = { variantId }
    if (quantity === 0) {
      await call(removeCartLine, { params })
      changes.push(texts.soldOut(shop.pick(name)))
    } else {
      await call(setCartLine, { params, body: { quantity } })
      const was = wanted.get(variantId) ?? 0
      changes.push(texts.lessLeft(shop.pick(name), shop.number(was), shop.number(quantity)))
    }
  }
  const variantIds = new Set(short.map(({ variantId }) => variantId))
  const isAllGone = seen.lines.every(({ variantId }) =>
    short.some((line) => line.variantId === variantId && line.availableUnits === 0),
  )
  if (isAllGone) return cartWithProblem(request, changes.join(' '), 409)
  return showCheckout(request, {
    values,
    seen,
    told: { changes, variantIds },
    problem: errorText(shop, error.code),
    status: 409,
  })
}

const hiddenFields = [...checkoutFields, 'upazilasOf', 'key', 'fee', 'discount', 'quotedFor', 'line', 'step']
/** When asking again is worth it, where the api did not say. */
const retrySeconds = 3

/** Nothing can be asked of the api: the whole form goes back to the browser, with the same key, ready to be sent again. */
function showAway({ form, language }: PersonalRequest, values: CheckoutValues, error: unknown): Answer {
  const title = shops[language].texts.checkout.awayTitle
  const seconds = (error instanceof ApiError ? error.retryAfterSeconds : null) ?? retrySeconds
  const fields = hiddenFields.flatMap((name) => form.getAll(name).map((value): [string, string] => [name, value]))
  const step = form.get('step')
  const isOrder = step !== 'district' && step !== 'quote'
  return show(
    'checkout-away',
    { fields, values, isOrder, seen: isOrder ? readSeen(form) : null },
    { title },
    { status: 503, headers: { 'retry-after': String(seconds) }, here: '/checkout' },
  )
}
