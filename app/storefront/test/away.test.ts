import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type Language, languages } from '@dhakacart/contract/language.ts'
import { shops } from '../src/shop.ts'
import { type StorefrontUnderTest, startStorefront } from './shop-under-test.ts'

// An api that answers everything alike stands behind: what the pages make of it is the matter here.
let api: Server
let storefront: StorefrontUnderTest
let answer: { status: number; code: string; retryAfter?: string }

before(async () => {
  api = createServer((_request, response) => {
    const { status, code, retryAfter } = answer
    response.writeHead(status, { 'content-type': 'application/json', ...(retryAfter && { 'retry-after': retryAfter }) })
    response.end(JSON.stringify({ code, message: 'secret words of the api', requestId: 'of-the-api' }))
  })
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  storefront = await startStorefront(`http://127.0.0.1:${(api.address() as AddressInfo).port}`)
})
after(async () => {
  await storefront.close()
  api.close()
})

/** The page's words without its markup. */
const wordsOf = (html: string) =>
  html
    .replace(/^.*<main/s, '<main')
    .replace(/<\/main>.*$/s, '')
    .replace(/<[^>]*>/g, ' ')

const get = (language: Language, path: string) => storefront.app.inject(`/${language}${path}`)

for (const language of languages) {
  const { system, checkout } = shops[language].texts

  test(`while the database is away a page says so, when to come back, where to try again, and is kept by nobody: ${language}`, async () => {
    answer = { status: 503, code: 'DATABASE_AWAY', retryAfter: '7' }
    for (const path of ['/p/some-phone', '/cart', `/orders/${'a'.repeat(43)}`]) {
      const { statusCode, headers, payload } = await get(language, path)
      assert.deepEqual([statusCode, headers['retry-after'], headers['cache-control']], [503, '7', 'no-store'], path)
      const words = wordsOf(payload)
      assert.ok(words.includes(system.awayTitle) && words.includes(system.awayText), `${path}: ${words}`)
      assert.ok(payload.includes(`href="/${language}${path}">${system.tryAgain}</a>`), path)
      assert.doesNotMatch(payload, /secret words/)
    }
  })

  test(`an order pressed while the database is away is kept on a page that says pressing again is safe: ${language}`, async () => {
    answer = { status: 503, code: 'DATABASE_AWAY', retryAfter: '7' }
    const { statusCode, headers, payload } = await storefront.app.inject({
      method: 'POST',
      url: `/${language}/checkout`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'step=quote&name=Rahima&district=dhaka&street=House+7',
    })
    assert.deepEqual([statusCode, headers['retry-after'], headers['cache-control']], [503, '7', 'no-store'])
    assert.ok(wordsOf(payload).includes(checkout.awayText))
    assert.ok(payload.includes('<input type="hidden" name="street" value="House 7"/>'))
  })

  test(`an error of ours is a page with its code to read aloud, and without anything of its cause: ${language}`, async () => {
    answer = { status: 500, code: 'INTERNAL' }
    const { statusCode, headers, payload } = await get(language, '/cart')
    assert.deepEqual([statusCode, headers['cache-control']], [500, 'no-store'])
    const words = wordsOf(payload)
    assert.ok(words.includes(system.failedTitle) && words.includes(system.failedText), words)
    assert.match(payload, /<code>[\w-]{8,}<\/code>/)
    assert.doesNotMatch(payload, /secret words/)
  })
}
