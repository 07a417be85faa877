import type { CategorySummary, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { Footer } from '../layout/footer.tsx'
import { Header } from '../layout/header.tsx'
import { AccountOrdersView, AccountView, DevicesView } from '../pages/account/account.view.tsx'
import { AddressesView, AddressFormView } from '../pages/account/addresses.view.tsx'
import { PersonalDataView } from '../pages/account/data.view.tsx'
import { ImportedOrderView } from '../pages/account/imported-order.view.tsx'
import { ProfileView } from '../pages/account/profile.view.tsx'
import { PasswordView, SignInView } from '../pages/account/sign-in.view.tsx'
import { CartView } from '../pages/cart/cart.view.tsx'
import { CategoryView } from '../pages/category/category.view.tsx'
import { CheckoutView } from '../pages/checkout/checkout.view.tsx'
import { CheckoutAwayView } from '../pages/checkout/checkout-away.view.tsx'
import { CheckoutOrderedView } from '../pages/checkout/checkout-ordered.view.tsx'
import { HomeView } from '../pages/home/home.view.tsx'
import { InformationView } from '../pages/information/information.view.tsx'
import { InvoiceView } from '../pages/invoice/invoice.view.tsx'
import { MailboxView } from '../pages/mailbox/mailbox.view.tsx'
import { MessageView } from '../pages/message.view.tsx'
import { OffersView } from '../pages/offers/offers.view.tsx'
import { OrderView } from '../pages/order/order.view.tsx'
import { PayView } from '../pages/order/pay.view.tsx'
import { ProductView } from '../pages/product/product.view.tsx'
import { SearchView } from '../pages/search/search.view.tsx'
import { TrackView } from '../pages/track/track.view.tsx'
import { WaitingRoomView } from '../pages/waiting-room/waiting-room.view.tsx'
import { type Shop, shops } from '../shop.ts'

/** Every view by name. A view is a React component that is given the shop in the reader's language and its own props. */
export const views = {
  home: HomeView,
  category: CategoryView,
  search: SearchView,
  product: ProductView,
  offers: OffersView,
  cart: CartView,
  checkout: CheckoutView,
  'checkout-away': CheckoutAwayView,
  'checkout-ordered': CheckoutOrderedView,
  order: OrderView,
  invoice: InvoiceView,
  pay: PayView,
  track: TrackView,
  account: AccountView,
  'account-orders': AccountOrdersView,
  'imported-order': ImportedOrderView,
  'account-devices': DevicesView,
  'account-data': PersonalDataView,
  addresses: AddressesView,
  'address-form': AddressFormView,
  profile: ProfileView,
  'sign-in': SignInView,
  'sign-in-password': PasswordView,
  information: InformationView,
  mailbox: MailboxView,
  'waiting-room': WaitingRoomView,
  message: MessageView,
}

export type ViewName = keyof typeof views
export type ViewProps<Name extends ViewName> = Omit<Parameters<(typeof views)[Name]>[0], 'shop'>

export type Frame = {
  language: Language
  /** Path with query, for the link to the other language. */
  path: string
  searchText: string
  categories: readonly CategorySummary[]
  sales: readonly ShopSale[]
}

const footers: Partial<Record<Language, string>> = {}

/** The body of a page as HTML. Only islands carry what React needs to take over; the rest is plain markup. */
export function renderBody<Name extends ViewName>(name: Name, props: ViewProps<Name>, frame: Frame): string {
  const shop = shops[frame.language]
  const View = views[name] as unknown as ComponentType<object & { shop: Shop }>
  footers[frame.language] ??= renderToStaticMarkup(<Footer shop={shop} />)
  const top = renderToStaticMarkup(
    <>
      <Header {...frame} shop={shop} />
      <main id="content" tabIndex={-1}>
        <View {...props} shop={shop} />
      </main>
    </>,
  )
  return top + footers[frame.language]
}
