import { informationNames } from './links.ts'
import type { Page } from './page.ts'
import {
  accountHomePage,
  accountOrdersPage,
  claimPage,
  devicesPage,
  endAllDevicesPage,
  endDevicePage,
  importedOrderPage,
} from './pages/account/account.load.ts'
import {
  addAddressPage,
  addressesPage,
  editAddressPage,
  newAddressPage,
  removeAddressPage,
  setAddressPage,
} from './pages/account/addresses.load.ts'
import { dataPage, erasePage } from './pages/account/data.load.ts'
import {
  changeEmailPage,
  changePhonePage,
  profilePage,
  saveProfilePage,
  setPasswordPage,
} from './pages/account/profile.load.ts'
import {
  passwordSignInPage,
  signInPage,
  signOutPage,
  submitPasswordSignInPage,
  submitSignInPage,
} from './pages/account/sign-in.load.ts'
import { addToCartPage, cartPage, removeCartLinePage, setCartLinePage } from './pages/cart/cart.load.ts'
import { enterCouponPage, removeCouponPage } from './pages/cart/coupon.load.ts'
import { categoryPage } from './pages/category/category.load.ts'
import { checkoutPage } from './pages/checkout/checkout.load.ts'
import { submitCheckoutPage } from './pages/checkout/place-order.load.ts'
import { homePage } from './pages/home/home.load.ts'
import { informationPage } from './pages/information/information.load.ts'
import { invoicePage } from './pages/invoice/invoice.load.ts'
import { mailboxPage } from './pages/mailbox/mailbox.load.ts'
import { offersPage } from './pages/offers/offers.load.ts'
import { offlinePage } from './pages/offline/offline.load.ts'
import { requestCancellationPage, withdrawCancellationPage } from './pages/order/cancellation.load.ts'
import { confirmOrderPage, sendOrderCodePage } from './pages/order/confirm.load.ts'
import { cancelOrderPage, orderPage } from './pages/order/order.load.ts'
import { payPage, submitPayPage } from './pages/order/pay.load.ts'
import { requestReturnPage } from './pages/order/returns.load.ts'
import { productPage } from './pages/product/product.load.ts'
import { searchPage } from './pages/search/search.load.ts'
import { trackPage, trackResultPage } from './pages/track/track.load.ts'
import { roomPlacePage, takePassPage, takeTicketPage, waitingRoomPage } from './pages/waiting-room/waiting-room.load.ts'

export type PageRoute = { method: 'GET' | 'POST'; path: string; page: Page }

/** Every page of the shop. Each exists as /en… and as /bn…; what is below no language stands in app.ts. */
export const pageRoutes: readonly PageRoute[] = [
  { method: 'GET', path: '', page: homePage },
  { method: 'GET', path: '/c/:slug', page: categoryPage },
  { method: 'GET', path: '/search', page: searchPage },
  { method: 'GET', path: '/p/:slug', page: productPage },
  { method: 'GET', path: '/offers', page: offersPage },
  { method: 'GET', path: '/cart', page: cartPage },
  { method: 'POST', path: '/cart/lines', page: addToCartPage },
  { method: 'POST', path: '/cart/lines/:variantId', page: setCartLinePage },
  { method: 'POST', path: '/cart/lines/:variantId/remove', page: removeCartLinePage },
  { method: 'POST', path: '/cart/coupon', page: enterCouponPage },
  { method: 'POST', path: '/cart/coupon/remove', page: removeCouponPage },
  { method: 'GET', path: '/checkout', page: checkoutPage },
  { method: 'POST', path: '/checkout', page: submitCheckoutPage },
  { method: 'GET', path: '/waiting-room/:saleId', page: waitingRoomPage },
  { method: 'POST', path: '/waiting-room/:saleId', page: takeTicketPage },
  { method: 'GET', path: '/waiting-room/:saleId/place', page: roomPlacePage },
  { method: 'POST', path: '/waiting-room/:saleId/pass', page: takePassPage },
  { method: 'GET', path: '/orders/:token', page: orderPage },
  { method: 'GET', path: '/orders/:token/invoice', page: invoicePage },
  { method: 'POST', path: '/orders/:token/confirm', page: confirmOrderPage },
  { method: 'POST', path: '/orders/:token/code', page: sendOrderCodePage },
  { method: 'POST', path: '/orders/:token/cancel', page: cancelOrderPage },
  { method: 'POST', path: '/orders/:token/cancellation-requests', page: requestCancellationPage },
  { method: 'POST', path: '/orders/:token/cancellation-requests/withdraw', page: withdrawCancellationPage },
  { method: 'POST', path: '/orders/:token/returns', page: requestReturnPage },
  { method: 'GET', path: '/orders/:token/pay', page: payPage },
  { method: 'POST', path: '/orders/:token/pay', page: submitPayPage },
  { method: 'GET', path: '/track', page: trackPage },
  { method: 'POST', path: '/track', page: trackResultPage },
  { method: 'GET', path: '/account', page: accountHomePage },
  { method: 'GET', path: '/account/sign-in', page: signInPage },
  { method: 'POST', path: '/account/sign-in', page: submitSignInPage },
  { method: 'GET', path: '/account/sign-in/password', page: passwordSignInPage },
  { method: 'POST', path: '/account/sign-in/password', page: submitPasswordSignInPage },
  { method: 'POST', path: '/account/sign-out', page: signOutPage },
  { method: 'GET', path: '/account/orders', page: accountOrdersPage },
  { method: 'GET', path: '/account/imported-orders/:id', page: importedOrderPage },
  { method: 'POST', path: '/account/claim', page: claimPage },
  { method: 'GET', path: '/account/addresses', page: addressesPage },
  { method: 'GET', path: '/account/addresses/new', page: newAddressPage },
  { method: 'POST', path: '/account/addresses/new', page: addAddressPage },
  { method: 'GET', path: '/account/addresses/:id', page: editAddressPage },
  { method: 'POST', path: '/account/addresses/:id', page: setAddressPage },
  { method: 'POST', path: '/account/addresses/:id/remove', page: removeAddressPage },
  { method: 'GET', path: '/account/devices', page: devicesPage },
  { method: 'POST', path: '/account/devices/:id/end', page: endDevicePage },
  { method: 'POST', path: '/account/devices/end-all', page: endAllDevicesPage },
  { method: 'GET', path: '/account/profile', page: profilePage },
  { method: 'POST', path: '/account/profile', page: saveProfilePage },
  { method: 'POST', path: '/account/profile/phone', page: changePhonePage },
  { method: 'POST', path: '/account/profile/email', page: changeEmailPage },
  { method: 'POST', path: '/account/profile/password', page: setPasswordPage },
  { method: 'GET', path: '/account/data', page: dataPage },
  { method: 'POST', path: '/account/data/erase', page: erasePage },
  ...informationNames.map((name) => ({ method: 'GET' as const, path: `/${name}`, page: informationPage(name) })),
  { method: 'GET', path: '/mailbox', page: mailboxPage },
  { method: 'GET', path: '/offline', page: offlinePage },
]
