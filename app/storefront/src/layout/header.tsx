import type { CategorySummary, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import { company } from '@dhakacart/contract/company.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { assetUrl } from '../assets/asset-url.ts'
import { Icon } from '../components/icon.tsx'
import { Countdown, SaleSwitch } from '../components/sale-switch.tsx'
import { Island } from '../islands/island.tsx'
import SearchBox from '../islands/search-box.tsx'
import { links } from '../links.ts'
import type { Shop } from '../shop.ts'
import { menuHtml } from './menu.tsx'

type Props = {
  shop: Shop
  categories: readonly CategorySummary[]
  sales: readonly ShopSale[]
  path: string
  searchText: string
}

/** The top of every page. It knows the page's address and nothing of who reads it: the cart's number comes later. */
export function Header({ shop, categories, sales, path, searchText }: Props) {
  const { language } = shop
  const texts = shop.texts.layout
  const other = language === 'en' ? 'bn' : 'en'
  return (
    <header className="header">
      <a className="skip" href="#content">
        {texts.skipToContent}
      </a>
      <div className="strip">
        <div className="width strip-row">
          {sales[0] === undefined ? <p>{texts.cashOnDelivery}</p> : <SaleLink shop={shop} sale={sales[0]} />}
          <a href={`tel:${company.phone}`}>{texts.helpLine(shop.digits(formatPhone(company.phone)))}</a>
        </div>
      </div>
      <div className="bar">
        <div className="width bar-row">
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: rendered by React in menu.tsx and used for many pages. */}
          <div className="menu-place" dangerouslySetInnerHTML={{ __html: menuHtml(shop, categories) }} />
          <a className="logo" href={links.home(language)}>
            <img src={assetUrl('logo.svg')} alt="DhakaCart" width="156" height="32" fetchPriority="low" />
          </a>
          <Island
            name="search-box"
            component={SearchBox}
            wake="touch"
            props={{
              language,
              text: searchText,
              texts: {
                searchLabel: texts.searchLabel,
                searchPlaceholder: texts.searchPlaceholder,
                searchButton: texts.searchButton,
                suggestions: texts.suggestions,
                suggestionKind: texts.suggestionKind,
              },
            }}
          />
          <nav className="tools" aria-label={texts.menu}>
            <a className="tool tool-track" href={links.track(language)}>
              <Icon name="truck" />
              <span>{texts.trackOrder}</span>
            </a>
            <a className="tool" href={links.chooseLanguage(other, path)} hrefLang={other} lang={other} rel="nofollow">
              <Icon name="globe" />
              <span>{texts.otherLanguage}</span>
            </a>
            <a className="tool tool-account" href={links.account(language)}>
              <Icon name="user" />
              {/* Whose it is comes later, like the cart's number: this page is the same for everybody. */}
              <span data-account-name="" data-guest={texts.signIn}>
                {texts.account}
              </span>
            </a>
            <a className="tool tool-cart" href={links.cart(language)}>
              <Icon name="cart" />
              {/* The space keeps “Cart 2”, as it is seen, a part of the name “Cart, 2 items”. */}
              <span>{texts.cart}</span> <b data-cart-count="" data-label={texts.cartWithItems('{count}')} hidden />
            </a>
          </nav>
        </div>
      </div>
    </header>
  )
}

/** The sale that runs, or the next one, with the time until it starts or ends. */
function SaleLink({ shop, sale }: { shop: Shop; sale: ShopSale }) {
  const texts = shop.texts.sale
  const { startsAt, endsAt, isRunning } = sale
  const link = (text: string, until: 'starts' | 'ends') => (
    <a href={links.offers(shop.language)}>
      <strong>{shop.pick(sale.name)}</strong>
      <span className="counts">
        {text} <Countdown until={until} at={until === 'starts' ? startsAt : endsAt} />
      </span>
    </a>
  )
  return (
    <SaleSwitch
      sale={{ startsAt, endsAt, state: isRunning ? 'running' : 'upcoming' }}
      className="strip-sale"
      ahead={link(texts.starts, 'starts')}
      outside={<p>{shop.texts.layout.cashOnDelivery}</p>}
      inside={link(texts.ends, 'ends')}
    />
  )
}
