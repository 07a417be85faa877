import type { Language } from '@dhakacart/contract/language.ts'
import { type ListChoice, listQuery } from './list-choice.ts'

/** Every address we write into a page. Parameters stand in one order, so one page has one address. */
export const links = {
  home: (language: Language) => `/${language}`,
  category: (language: Language, slug: string, choice: ListChoice = {}) => `/${language}/c/${slug}${listQuery(choice)}`,
  search: (language: Language, choice: ListChoice = {}) => `/${language}/search${listQuery(choice)}`,
  product: (language: Language, slug: string, sku?: string) =>
    `/${language}/p/${slug}${sku === undefined ? '' : `?variant=${encodeURIComponent(sku)}`}`,
  offers: (language: Language) => `/${language}/offers`,
  cart: (language: Language) => `/${language}/cart`,
  addToCart: (language: Language) => `/${language}/cart/lines`,
  cartLine: (language: Language, variantId: number) => `/${language}/cart/lines/${variantId}`,
  removeCartLine: (language: Language, variantId: number) => `/${language}/cart/lines/${variantId}/remove`,
  /** The cart with an offer to put back what was just removed. */
  cartAfterRemoval: (language: Language, variantId: number, quantity: number) =>
    `/${language}/cart?removed=${variantId}&quantity=${quantity}`,
  enterCoupon: (language: Language) => `/${language}/cart/coupon`,
  removeCoupon: (language: Language) => `/${language}/cart/coupon/remove`,
  waitingRoom: (language: Language, saleId: number) => `/${language}/waiting-room/${saleId}`,
  roomPlace: (language: Language, saleId: number) => `/${language}/waiting-room/${saleId}/place`,
  roomPass: (language: Language, saleId: number) => `/${language}/waiting-room/${saleId}/pass`,
  checkout: (language: Language) => `/${language}/checkout`,
  order: (language: Language, token: string) => `/${language}/orders/${token}`,
  invoice: (language: Language, token: string) => `/${language}/orders/${token}/invoice`,
  /** Served by the api, for the browser to show or keep. */
  invoicePdf: (language: Language, token: string) => `/api/orders/${token}/invoice.pdf?language=${language}`,
  confirmOrder: (language: Language, token: string) => `/${language}/orders/${token}/confirm`,
  sendOrderCode: (language: Language, token: string) => `/${language}/orders/${token}/code`,
  cancelOrder: (language: Language, token: string) => `/${language}/orders/${token}/cancel`,
  requestCancellation: (language: Language, token: string) => `/${language}/orders/${token}/cancellation-requests`,
  withdrawCancellation: (language: Language, token: string) =>
    `/${language}/orders/${token}/cancellation-requests/withdraw`,
  returnOrder: (language: Language, token: string) => `/${language}/orders/${token}/returns`,
  account: (language: Language) => `/${language}/account`,
  signIn: (language: Language, to: SignInTarget = '') => `/${language}/account/sign-in${to === '' ? '' : `?to=${to}`}`,
  signInWithPassword: (language: Language, to: SignInTarget = '') =>
    `/${language}/account/sign-in/password${to === '' ? '' : `?to=${to}`}`,
  accountPart: (language: Language, part: AccountPart) => `/${language}/account/${part}`,
  accountOrders: (language: Language, after: string) =>
    `/${language}/account/orders?after=${encodeURIComponent(after)}`,
  importedOrder: (language: Language, id: number) => `/${language}/account/imported-orders/${id}`,
  address: (language: Language, id: number) => `/${language}/account/addresses/${id}`,
  removeAddress: (language: Language, id: number) => `/${language}/account/addresses/${id}/remove`,
  endDevice: (language: Language, id: number) => `/${language}/account/devices/${id}/end`,
  checkoutWith: (language: Language, addressId: number) => `/${language}/checkout?address=${addressId}`,
  /** Takes the shopper on to the provider's page. */
  payOrder: (language: Language, token: string) => `/${language}/orders/${token}/pay`,
  track: (language: Language) => `/${language}/track`,
  information: (language: Language, name: InformationName) => `/${language}/${name}`,
  offline: (language: Language) => `/${language}/offline`,
  mailbox: (language: Language) => `/${language}/mailbox`,
  /** Remembers the language and goes to the same page in it. */
  chooseLanguage: (to: Language, path: string) => `/language/${to}?path=${encodeURIComponent(path)}`,
}

/** Where signing in leads to: the account, or back to the checkout. */
export type SignInTarget = '' | 'checkout'
/** Pages and form ends below the account. */
export type AccountPart =
  | 'orders'
  | 'claim'
  | 'addresses'
  | 'addresses/new'
  | 'devices'
  | 'devices/end-all'
  | 'profile'
  | 'profile/phone'
  | 'profile/email'
  | 'profile/password'
  | 'data'
  | 'data/erase'
  | 'sign-out'

export const informationNames = ['delivery', 'returns', 'warranty', 'contact', 'privacy', 'terms', 'about'] as const
export type InformationName = (typeof informationNames)[number]
