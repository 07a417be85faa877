import type { CategorySummary, Home, ShopSale } from '@dhakacart/contract/catalogue.schema.ts'
import type { IconName } from '../../../assets/icons.ts'
import { Banner } from '../../components/banner.tsx'
import { Icon } from '../../components/icon.tsx'
import { ProductRow } from '../../components/product-card.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { SaleBanner } from '../offers/sale-banner.tsx'

/** The home page: what the shop promises, its categories, what is cheap, liked and new. */
export function HomeView({ shop, home, sale }: { shop: Shop; home: Home; sale: ShopSale | null }) {
  const texts = shop.texts.home
  const tops = home.categories.filter((category) => category.parentSlug === null)
  return (
    <>
      <Hero shop={shop} />
      {sale !== null && <SaleBanner shop={shop} sale={sale} isLink />}
      <Promises shop={shop} />
      <CategoryTiles shop={shop} categories={tops} />
      <ProductRow shop={shop} id="offers" title={texts.offers} cards={home.offers} />
      <SmallBanners shop={shop} categories={tops} />
      <ProductRow shop={shop} id="popular" title={texts.popular} cards={home.popular} />
      <ProductRow shop={shop} id="newest" title={texts.newest} cards={home.newest} />
      <section className="width row" aria-labelledby="brands">
        <h2 id="brands">{texts.brands}</h2>
        <ul className="pills">
          {home.brands.map((brand) => (
            <li key={brand.slug}>
              <a href={links.search(shop.language, { text: brand.name })}>{brand.name}</a>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Hero({ shop }: { shop: Shop }) {
  const texts = shop.texts.home
  return (
    <section className="width hero">
      <div className="hero-main">
        <Banner name="eid" isFirst />
        <div className="hero-words">
          <h1>{texts.heroTitle}</h1>
          <p>{texts.heroText}</p>
          <a className="button button-light" href="#offers">
            {texts.heroButton}
          </a>
        </div>
      </div>
    </section>
  )
}

/** Two illustrated ways into categories; a shop that does not have the category does not show its banner. */
function SmallBanners({ shop, categories }: { shop: Shop; categories: readonly CategorySummary[] }) {
  const texts = shop.texts.home
  const banners = [
    { name: 'phones', slug: 'phones-and-tablets', title: texts.bannerPhones, text: texts.bannerPhonesText },
    { name: 'appliances', slug: 'home-appliances', title: texts.bannerAppliances, text: texts.bannerAppliancesText },
  ].filter(({ slug }) => categories.some((category) => category.slug === slug))
  if (banners.length === 0) return null
  return (
    <ul className="width row banners">
      {banners.map(({ name, slug, title, text }) => (
        <li key={name}>
          <Banner name={name} />
          <div>
            <h2>
              <a href={links.category(shop.language, slug)}>{title}</a>
            </h2>
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Promises({ shop }: { shop: Shop }) {
  const texts = shop.texts.home
  const promises: [IconName, string, string][] = [
    ['truck', texts.promiseDelivery, texts.promiseDeliveryText],
    ['shield', texts.promiseOfficial, texts.promiseOfficialText],
    ['cash', texts.promiseCash, texts.promiseCashText],
    ['box', texts.promiseReturn, texts.promiseReturnText],
  ]
  return (
    <ul className="width promises">
      {promises.map(([icon, title, text]) => (
        <li key={icon}>
          <Icon name={icon} />
          <p>
            <strong>{title}</strong>
            <span>{text}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

function CategoryTiles({ shop, categories }: { shop: Shop; categories: readonly CategorySummary[] }) {
  const texts = shop.texts.home
  return (
    <section className="width row" aria-labelledby="categories">
      <h2 id="categories">{texts.categories}</h2>
      <ul className="tiles">
        {categories.map((category) => (
          <li key={category.slug}>
            <ProductPicture pictureId={category.pictureId} alt="" size="tile" />
            <a href={links.category(shop.language, category.slug)}>{shop.pick(category.name)}</a>
            <small>{texts.productCount(shop.number(category.productCount))}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
