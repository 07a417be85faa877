import { informationNames } from './links.ts'
import type { Page } from './page.ts'
import { addToCartPage, cartPage, removeCartLinePage, setCartLinePage } from './pages/cart/cart.load.ts'
import { categoryPage } from './pages/category/category.load.ts'
import { checkoutPage } from './pages/checkout/checkout.load.ts'
import { submitCheckoutPage } from './pages/checkout/place-order.load.ts'
import { homePage } from './pages/home/home.load.ts'
import { informationPage } from './pages/information/information.load.ts'
import { invoicePage } from './pages/invoice/invoice.load.ts'
import { mailboxPage } from './pages/mailbox/mailbox.load.ts'
import { offlinePage } from './pages/offline/offline.load.ts'
import { confirmOrderPage, sendOrderCodePage } from './pages/order/confirm.load.ts'
import { cancelOrderPage, orderPage } from './pages/order/order.load.ts'
import { productPage } from './pages/product/product.load.ts'
import { searchPage } from './pages/search/search.load.ts'
import { trackPage, trackResultPage } from './pages/track/track.load.ts'

export type PageRoute = { method: 'GET' | 'POST'; path: string; page: Page }

/** Every page of the shop. Each exists as /en… and as /bn…; what is below no language stands in app.ts. */
export const pageRoutes: readonly PageRoute[] = [
  { method: 'GET', path: '', page: homePage },
  { method: 'GET', path: '/c/:slug', page: categoryPage },
  { method: 'GET', path: '/search', page: searchPage },
  { method: 'GET', path: '/p/:slug', page: productPage },
  { method: 'GET', path: '/cart', page: cartPage },
  { method: 'POST', path: '/cart/lines', page: addToCartPage },
  { method: 'POST', path: '/cart/lines/:variantId', page: setCartLinePage },
  { method: 'POST', path: '/cart/lines/:variantId/remove', page: removeCartLinePage },
  { method: 'GET', path: '/checkout', page: checkoutPage },
  { method: 'POST', path: '/checkout', page: submitCheckoutPage },
  { method: 'GET', path: '/orders/:token', page: orderPage },
  { method: 'GET', path: '/orders/:token/invoice', page: invoicePage },
  { method: 'POST', path: '/orders/:token/confirm', page: confirmOrderPage },
  { method: 'POST', path: '/orders/:token/code', page: sendOrderCodePage },
  { method: 'POST', path: '/orders/:token/cancel', page: cancelOrderPage },
  { method: 'GET', path: '/track', page: trackPage },
  { method: 'POST', path: '/track', page: trackResultPage },
  ...informationNames.map((name) => ({ method: 'GET' as const, path: `/${name}`, page: informationPage(name) })),
  { method: 'GET', path: '/mailbox', page: mailboxPage },
  { method: 'GET', path: '/offline', page: offlinePage },
]
