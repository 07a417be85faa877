import { unescapeHtml } from './visible-text.ts'

/** A shopper whose browser knows links, forms and cookies, and no JavaScript. */
export type Page = {
  status: number
  headers: Headers
  /** The page with everything around its main part, which is `html`. */
  whole: string
  html: string
  /** Name and value of every hidden field of the page, in its order. */
  hidden: [string, string][]
  /** The page's words without its markup. */
  text: string
}

type Fields = Record<string, string> | [string, string][]

export function createFormShopper(origin: string) {
  const cookies = new Map<string, string>()

  async function ask(path: string, fields?: Fields, headers: Record<string, string> = {}): Promise<Page> {
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      headers: { ...headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    })
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ''] = set.split(';')
      cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    const whole = await answer.text()
    const main = whole.replace(/^.*<main/s, '<main').replace(/<\/main>.*$/s, '')
    return {
      status: answer.status,
      headers: answer.headers,
      whole,
      html: main,
      hidden: [...main.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, unescapeHtml(value)],
      ),
      text: unescapeHtml(main.replace(/<option.*?<\/option>/gs, ' ').replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' '),
    }
  }

  return {
    get: (path: string) => ask(path),
    post: (path: string, fields: Fields, headers?: Record<string, string>) => ask(path, fields, headers),
    location: (page: Page) => page.headers.get('location') ?? '',
  }
}
export type FormShopper = ReturnType<typeof createFormShopper>
