import { company } from '@dhakacart/contract/company.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { assetUrl } from '../assets/asset-url.ts'
import { Icon } from '../components/icon.tsx'
import { informationNames, links } from '../links.ts'
import type { Shop } from '../shop.ts'

/** The bottom of every page. */
export function Footer({ shop }: { shop: Shop }) {
  const { language, pick } = shop
  const texts = shop.texts.layout
  return (
    <footer className="footer">
      <div className="width footer-columns">
        <section className="footer-about">
          <img src={assetUrl('logo.svg')} alt="DhakaCart" width="156" height="32" loading="lazy" />
          <p>{texts.footerAbout}</p>
        </section>
        <nav aria-label={texts.footerHelp}>
          <h2>{texts.footerHelp}</h2>
          <ul>
            <li>
              <a href={links.track(language)}>{texts.trackOrder}</a>
            </li>
            {informationNames.map((name) => (
              <li key={name}>
                <a href={links.information(language, name)}>{texts[name]}</a>
              </li>
            ))}
          </ul>
        </nav>
        <section>
          <h2>{texts.footerContact}</h2>
          <address>
            <a href={`tel:${company.phone}`}>
              <Icon name="phone" />
              {shop.digits(formatPhone(company.phone))}
            </a>
            <a href={`mailto:${company.email}`}>
              <Icon name="mail" />
              {company.email}
            </a>
            <span>
              <Icon name="map-pin" />
              {pick(company.address)}
            </span>
            <span>
              <Icon name="clock" />
              {pick(company.hours)}
            </span>
          </address>
        </section>
      </div>
      <div className="width footer-papers">
        <p>{texts.pricesWithVat}</p>
        <p>
          {texts.tradeLicence}: {company.tradeLicence} · {texts.bin}: {company.bin}
        </p>
      </div>
    </footer>
  )
}
