import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { freePort } from '@dhakacart/service-kit/testing/processes.ts'
import { type StorefrontUnderTest, startStorefront } from './shop-under-test.ts'

let storefront: StorefrontUnderTest
before(async () => {
  storefront = await startStorefront(`http://127.0.0.1:${await freePort()}`)
})
after(() => storefront.close())

const get = (url: string, headers: Record<string, string> = {}) => storefront.app.inject({ url, headers })

test('/ goes to the remembered language, else to the one the browser prefers, and is never stored', async () => {
  const wanted: [Record<string, string>, string][] = [
    [{}, '/en'],
    [{ 'accept-language': 'bn-BD,bn;q=0.9,en;q=0.8' }, '/bn'],
    [{ 'accept-language': 'en-GB,en;q=0.9,bn;q=0.8' }, '/en'],
    [{ 'accept-language': 'fr, bn;q=0.1' }, '/bn'],
    [{ 'accept-language': 'bn;q=0, en' }, '/en'],
    [{ 'accept-language': `${'x,'.repeat(5000)}bn` }, '/en'],
    [{ cookie: 'language=bn', 'accept-language': 'en' }, '/bn'],
    [{ cookie: 'language=en', 'accept-language': 'bn' }, '/en'],
    [{ cookie: 'language=evil', 'accept-language': 'bn' }, '/bn'],
  ]
  for (const [headers, target] of wanted) {
    const answer = await get('/', headers)
    assert.deepEqual([answer.statusCode, answer.headers.location], [302, target], JSON.stringify(headers).slice(0, 80))
    assert.equal(answer.headers['cache-control'], 'no-store')
  }
})

test('choosing a language remembers it and stays on the page', async () => {
  const answer = await get('/language/bn?path=%2Fp%2Fx%3Fvariant%3DA-1')
  assert.deepEqual([answer.statusCode, answer.headers.location], [303, '/bn/p/x?variant=A-1'])
  assert.match(String(answer.headers['set-cookie']), /^language=bn; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/)
  assert.equal(answer.headers['cache-control'], 'no-store')
  assert.equal((await get('/language/fr')).statusCode, 404)
})

test('choosing a language never leads away from the shop', async () => {
  const tricks = [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '\\\\evil',
    '/../../x',
    '/..//evil.example',
    '@evil.example',
    '.evil.example',
    '/\r\nset-cookie: a=b',
    '/%0d%0ax',
    `/${'a'.repeat(3000)}`,
  ]
  for (const trick of tricks) {
    const { location } = (await get(`/language/en?path=${encodeURIComponent(trick)}`)).headers
    assert.match(String(location), /^\/en(\/[^/\\\r\n]*)*$/, trick)
  }
})

test('with https the cookie is bound to the host and only sent encrypted', async () => {
  const secure = await startStorefront(`http://127.0.0.1:${await freePort()}`, {
    PUBLIC_ORIGIN: 'https://shop.example',
  })
  try {
    const answer = await secure.app.inject('/language/bn')
    assert.match(String(answer.headers['set-cookie']), /^__Host-language=bn; .*Path=\/.*Secure/)
    assert.match(String(answer.headers['strict-transport-security']), /^max-age=\d{8}/)
  } finally {
    await secure.close()
  }
})
