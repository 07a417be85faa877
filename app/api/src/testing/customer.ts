import { randomInt } from 'node:crypto'
import type { Account } from '@dhakacart/contract/accounts.schema.ts'
import { sql } from 'kysely'
import type { TestApi } from './test-api.ts'

/** One browser with its cookies, speaking HTTP to the api under test. */
export function createBrowser(api: TestApi, cookies: Iterable<[string, string]> = []) {
  const jar = new Map<string, string>(cookies)

  async function send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: object,
    headers: Record<string, string> = {},
  ) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await api.inject({
      method,
      url,
      headers: { ...(cookie !== '' && { cookie }), ...headers },
      ...(payload !== undefined && { payload }),
    })
    for (const { name, value, maxAge, expires } of answer.cookies) {
      if (value === '' || maxAge === 0 || expires?.getTime() === 0) jar.delete(name)
      else jar.set(name, value)
    }
    return answer
  }

  return { send, jar }
}
export type Browser = ReturnType<typeof createBrowser>

/** A number nobody in this test has yet. */
export function newPhone(): string {
  return `+88017${randomInt(10 ** 8)
    .toString()
    .padStart(8, '0')}`
}

/** The last code that was promised to a number, as its SMS will show it. */
export async function lastCode(api: TestApi, phone: string): Promise<string> {
  const { rows } = await sql<{ code: string }>`
    select payload -> 'data' ->> 'code' as code from jobs
    where payload ->> 'template' = 'code' and payload ->> 'phone' = ${phone} order by id desc limit 1`.execute(api.db)
  return rows[0]?.code ?? ''
}

export type SignedInBrowser = Browser & { phone: string; account: Account }

/** Signs a browser in, or up, with a code. */
export async function signInByCode(
  api: TestApi,
  phone: string = newPhone(),
  browser: Browser = createBrowser(api),
): Promise<SignedInBrowser> {
  const sent = await browser.send('POST', '/api/account/codes', { phone, language: 'en' })
  if (sent.statusCode !== 200) throw new Error(`no code was sent: ${sent.body}`)
  const code = await lastCode(api, phone)
  const answer = await browser.send('POST', '/api/account/sign-in/code', { phone, code, language: 'en' })
  if (answer.statusCode !== 200) throw new Error(`nobody was signed in: ${answer.body}`)
  return { ...browser, phone, account: answer.json() as Account }
}

/** An address to keep, as the account's form sends it. */
export const addressOf = (upazilaId: number) => ({
  recipientName: 'Rahima Begum',
  recipientPhone: '01712345678',
  upazilaId,
  streetAddress: 'House 7, Road 4',
  deliveryNote: null,
  isDefault: true,
})
