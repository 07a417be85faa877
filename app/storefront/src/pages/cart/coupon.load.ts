import { removeCartCoupon, setCartCoupon } from '@dhakacart/contract/carts.schema.ts'
import { ApiError } from '@dhakacart/contract/client.ts'
import { errorText } from '../../error-text.ts'
import { readText } from '../../form-values.ts'
import { links } from '../../links.ts'
import { personalPage, seeOther } from '../../page.ts'
import { shops } from '../../shop.ts'
import { cartWithProblem, showCart } from './cart.load.ts'

const codeLengthMax = 40

/** Enters a coupon in the cart. */
export const enterCouponPage = personalPage(async (request) => {
  const { call, form, language } = request
  const shop = shops[language]
  const code = readText(form.get('coupon'), codeLengthMax)
  if (code === '' || code.length > codeLengthMax) {
    return showCart(request, { couponProblem: errorText(shop, 'COUPON_UNKNOWN'), status: 422 })
  }
  try {
    await call(setCartCoupon, { body: { code } })
    return seeOther(links.cart(language))
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    const problem = errorText(shop, error.code)
    if (!error.code.startsWith('COUPON_')) return cartWithProblem(request, problem, error.status)
    return showCart(request, { couponProblem: problem, status: error.status })
  }
})

/** Takes the coupon out of the cart. */
export const removeCouponPage = personalPage(async (request) => {
  const { call, language } = request
  try {
    await call(removeCartCoupon)
    return seeOther(links.cart(language))
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error
    return cartWithProblem(request, errorText(shops[language], error.code), error.status)
  }
})
