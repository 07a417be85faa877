import { type DeliveryTariff, listZones } from '@dhakacart/contract/delivery.schema.ts'
import { type InformationName, links } from '../../links.ts'
import { type PublicPage, type PublicRequest, publicPage, show } from '../../page.ts'
import { shops } from '../../shop.ts'

/** A page of information: delivery, returns, warranty, contact, privacy, terms, about. */
export function informationPage(name: InformationName): PublicPage {
  return publicPage(async (request) => {
    const { title, summary } = shops[request.language].texts.information[name]
    const tariffs = name === 'delivery' ? await readTariffs(request) : null
    const head = { title, description: summary, canonicalPath: links.information(request.language, name).slice(3) }
    return show('information', { name, tariffs }, head)
  })
}

/** Fees and days by zone; null while the api is away, because the page says enough without them. */
async function readTariffs({ call }: PublicRequest): Promise<readonly DeliveryTariff[] | null> {
  try {
    return (await call(listZones)).body.zones
  } catch {
    return null
  }
}
