import { company } from '@dhakacart/contract/company.ts'
import type { Db } from '@dhakacart/database/connect.ts'

/** Every text that a page shows or reads aloud, one for each piece of it. What stands in another language says so, and is left out. */
export function visibleTexts(html: string, language: string): string[] {
  const page = html
    .replace(/<(script|style|template)\b.*?<\/\1>/gs, '')
    .replace(/<(?!html)(\w+)\b[^>]*?\slang="(\w+)"[^>]*>.*?<\/\1>/gs, (whole, _tag: string, own: string) =>
      own === language ? whole : '',
    )
  const read = page.matchAll(/\s(?:alt|title|placeholder|aria-label)="([^"]*)"/g)
  const shown = page.replace(/<!--.*?-->/gs, '').matchAll(/>([^<>]+)</g)
  return [...read, ...shown].map(([, text = '']) => unescapeHtml(text).trim()).filter((text) => text !== '')
}

/** What is written the same in every language: names of products, their parts and makers, our papers, an order's number. */
export async function namesOfShop(db: Db): Promise<string[]> {
  const [products, brands, variants] = await Promise.all([
    db.selectFrom('products').select(['nameBn', 'modelNumber']).execute(),
    db.selectFrom('brands').select('name').execute(),
    db.selectFrom('variants').select('sku').execute(),
  ])
  const ofCatalogue = [...products, ...brands, ...variants].flatMap((row) => Object.values(row))
  // Makers write sizes and chips so in Bangla as well, the privacy page names cookies, an order's number begins with DC; “samsung” is what these tests search for.
  return [
    'DhakaCart',
    'GB',
    'Dimensity',
    'samsung',
    'DC',
    'cart:',
    'language:',
    'client:',
    'session, device:',
    'visitor, ticket, pass:',
    company.email,
    company.tradeLicence,
    company.bin,
    ...ofCatalogue,
  ].filter((name) => name !== null)
}

/** Numbers of orders, as on the pages that show or explain them. */
const orderNumber = /DC[A-Z0-9]{8}/g

/** The texts of a page in which, but for these names, a Latin digit or two Latin letters of a word stand. */
export function strayTexts(html: string, language: string, names: readonly string[]): string[] {
  // The longest first: one name is often the beginning of another.
  const latin = [...new Set(names)].filter((name) => /[a-z0-9]/i.test(name)).toSorted((a, b) => b.length - a.length)
  return visibleTexts(html, language).filter((text) => {
    if (!/[a-z0-9]/i.test(text)) return false
    let rest = text.replace(orderNumber, ' ')
    for (const name of latin) rest = rest.replaceAll(name, ' ')
    return /[0-9]|[a-z]{2}/i.test(rest)
  })
}

export function unescapeHtml(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
