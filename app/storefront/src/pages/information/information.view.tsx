import { company } from '@dhakacart/contract/company.ts'
import type { DeliveryTariff } from '@dhakacart/contract/delivery.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { type InformationName, informationNames, links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

/** `tariffs`: only on the delivery page; null where they could not be had. */
export type InformationViewProps = { name: InformationName; tariffs: readonly DeliveryTariff[] | null }

/** One page of information, with the way to the others. */
export function InformationView({ shop, name, tariffs }: InformationViewProps & { shop: Shop }) {
  const { language, texts } = shop
  const { title, summary, sections } = texts.information[name]
  return (
    <div className="width information">
      <nav aria-label={texts.informationWords.pages}>
        <ul>
          {informationNames.map((other) => (
            <li key={other}>
              <a href={links.information(language, other)} {...(other === name && { 'aria-current': 'page' })}>
                {texts.layout[other]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <article>
        <h1>{title}</h1>
        <p className="information-summary">{summary}</p>
        {name === 'delivery' && <Tariffs shop={shop} tariffs={tariffs} />}
        {name === 'contact' && <Contact shop={shop} />}
        {sections.map(({ heading, paragraphs = [], list = [] }) => (
          <section key={heading}>
            <h2>{heading}</h2>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            {list.length > 0 && (
              <ul>
                {list.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </article>
    </div>
  )
}

function Tariffs({ shop, tariffs }: { shop: Shop; tariffs: readonly DeliveryTariff[] | null }) {
  const { informationWords: words } = shop.texts
  return (
    <section aria-labelledby="tariffs">
      <h2 id="tariffs">{words.zonesHeading}</h2>
      {tariffs === null || tariffs.length === 0 ? (
        <p>{words.zonesAway}</p>
      ) : (
        <table className="tariffs">
          <thead>
            <tr>
              <th scope="col">{words.zone}</th>
              <th scope="col">{words.fee}</th>
              <th scope="col">{words.extra}</th>
              <th scope="col">{words.days}</th>
            </tr>
          </thead>
          <tbody>
            {tariffs.map((zone) => (
              <tr key={zone.code}>
                <th scope="row">{shop.pick(zone.name)}</th>
                <td>{shop.money(zone.baseFeePaisa)}</td>
                <td>{shop.money(zone.feePerExtraKgPaisa)}</td>
                <td>{words.dayRange(shop.number(zone.daysMin), shop.number(zone.daysMax))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Contact({ shop }: { shop: Shop }) {
  const { informationWords: words, layout } = shop.texts
  return (
    <dl className="panel facts">
      <div>
        <dt>{words.phone}</dt>
        <dd>
          <a href={`tel:${company.phone}`}>{shop.digits(formatPhone(company.phone))}</a>
        </dd>
      </div>
      <div>
        <dt>{words.email}</dt>
        <dd>
          <a href={`mailto:${company.email}`}>{company.email}</a>
        </dd>
      </div>
      <div>
        <dt>{words.address}</dt>
        <dd>{shop.pick(company.address)}</dd>
      </div>
      <div>
        <dt>{words.hours}</dt>
        <dd>{shop.pick(company.hours)}</dd>
      </div>
      <div>
        <dt>{words.papers}</dt>
        <dd>
          {layout.tradeLicence}: {company.tradeLicence}
          <br />
          {layout.bin}: {company.bin}
        </dd>
      </div>
    </dl>
  )
}
