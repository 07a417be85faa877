import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { scoreAnswer } from '@dhakacart/service-kit/testing/observatory.ts'
import { bn } from '../src/texts/bn.ts'
import { signInAndOrder } from './known-customer.ts'
import { type ShopUnderTest, startShop, startStorefront } from './shop-under-test.ts'

let shop: ShopUnderTest
before(async () => {
  shop = await startShop({ PUBLIC_ORIGIN: 'https://shop.example' })
})
after(() => shop.close())

/** One address of every kind of answer that a browser may show. */
const pages = {
  home: '/en',
  'home in Bangla': '/bn',
  category: '/en/c/smartphones',
  search: '/en/search?q=phone',
  cart: '/en/cart',
  tracking: '/en/track',
  information: '/en/about',
  'for being offline': '/en/offline',
  'sign-in': '/en/account/sign-in',
  'sign-in with a password': '/bn/account/sign-in/password',
  'nothing there': '/en/nothing-here',
  'nothing there, in no language': '/nothing-here',
  'an order that is not there': `/en/orders/${'a'.repeat(43)}`,
  'the laptop’s mailbox, which a public shop has not': '/en/mailbox',
  'the console’s address, where the console has a host of its own': '/console/orders',
}

type Answered = { headers: object; cookies: unknown[]; body: string; statusCode: number }
function assertScore(kind: string, answer: Answered): void {
  const { headers, cookies, body } = answer as Answered & Parameters<typeof Object>[0]
  const { score, findings } = scoreAnswer(headers as Record<string, unknown>, cookies as { name: string }[], body)
  assert.ok(score >= 125, `${kind}: ${score}: ${JSON.stringify(findings)}`)
}

test('product: at least 125 points of the Mozilla Observatory over https', async () => {
  const { products } = (await shop.app.inject({ url: '/api/catalogue/products?limit=1' })).json()
  const answer = await shop.app.inject({ url: `/en/p/${products[0].slug}` })
  assert.equal(answer.statusCode, 200)
  assertScore('product', answer)
})

for (const [kind, url] of Object.entries(pages)) {
  test(`${kind}: at least 125 points of the Mozilla Observatory over https`, async () => {
    const answer = await shop.app.inject({ url, headers: { accept: 'text/html' } })
    assert.match(String(answer.headers['content-type']), /^text\/html/, `${answer.statusCode}`)
    assertScore(kind, answer)
  })
}

test('every page of somebody who is signed in and ordered: at least 125 points of the Mozilla Observatory over https', async () => {
  const { cookie, signIn, orderToken, importedOrderId } = await signInAndOrder(shop)
  assert.ok(signIn.cookies.length > 0)
  assertScore('the answer that signs in', signIn)
  const paths = [
    '/cart',
    '/checkout',
    '/account',
    '/account/orders',
    `/account/imported-orders/${importedOrderId}`,
    '/account/addresses',
    '/account/addresses/new',
    '/account/devices',
    '/account/profile',
    '/account/data',
    `/orders/${orderToken}`,
    `/orders/${orderToken}/invoice`,
  ]
  for (const path of paths) {
    for (const language of ['en', 'bn']) {
      const answer = await shop.app.inject({ url: `/${language}${path}`, headers: { cookie } })
      assert.equal(answer.statusCode, 200, path)
      assertScore(path, answer)
    }
  }
})

test('what failed and what is away: at least 125 points of the Mozilla Observatory over https', async (t) => {
  const broken = createServer((_request, response) => response.writeHead(200).end('no JSON'))
  broken.listen(0, '127.0.0.1')
  t.after(() => {
    broken.close()
    broken.closeAllConnections()
  })
  await once(broken, 'listening')
  const failing = await startStorefront(`http://127.0.0.1:${(broken.address() as AddressInfo).port}`, {
    PUBLIC_ORIGIN: 'https://shop.example',
  })
  t.after(() => failing.close())
  const failed = await failing.app.inject({ url: '/en/track?number=x', headers: { accept: 'text/html' } })
  const broke = await failing.app.inject({ url: '/en/account', headers: { accept: 'text/html' } })
  const brokeInBangla = await failing.app.inject({ url: '/bn/account', headers: { accept: 'text/html' } })
  // What went wrong is ours, and the code to read aloud finds it in the logs.
  assert.match(broke.body, /Something went wrong on our side/)
  assert.ok(broke.body.includes(`<code>${String(broke.headers['x-request-id']).slice(0, 8)}</code>`), 'the code')
  assert.ok(brokeInBangla.body.includes(bn.system.failedTitle))
  const lonely = await startStorefront('http://127.0.0.1:9', { PUBLIC_ORIGIN: 'https://shop.example' })
  t.after(() => lonely.close())
  const away = await lonely.app.inject({ url: '/en/account', headers: { accept: 'text/html' } })
  assert.deepEqual([broke.statusCode, away.statusCode], [500, 503])
  for (const answer of [failed, broke, away]) assertScore(String(answer.statusCode), answer)
})

test('answers of the api and files carry what keeps a browser from showing them as something else', async () => {
  for (const url of ['/api/catalogue/home', '/api/console/session', '/api/nothing', '/favicon.svg']) {
    const { headers } = await shop.app.inject({ url })
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, url)
    assert.match(String(headers['strict-transport-security']), /^max-age=31536000/, url)
    assert.equal(headers['access-control-allow-origin'], undefined, url)
  }
})

test('neither sources nor maps of them, nor what git keeps, are served by the shop or through it by the api', async () => {
  const { body } = await shop.app.inject({ url: '/en' })
  const scripts = [...body.matchAll(/src="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path)
  assert.ok(scripts.length > 0)
  const kept = [
    '.git/HEAD',
    '.git/config',
    '.env',
    'package.json',
    'package-lock.json',
    'src/server.ts',
    'manifest.json',
  ]
  const ways = [
    '/',
    '/assets/',
    '/assets/..%2f',
    '/assets/%2e%2e/',
    '/api/',
    '/api/..%2f',
    '/en/',
    '/console/assets/..%2f',
  ]
  const paths = [...scripts.map((path) => `${path}.map`), ...ways.flatMap((way) => kept.map((file) => way + file))]
  for (const url of paths) {
    const { statusCode, headers } = await shop.app.inject({ url })
    assert.ok(statusCode === 404 || statusCode === 400, `${url}: ${statusCode} ${headers['content-type']}`)
  }
  for (const path of scripts) {
    const script = await shop.app.inject({ url: path })
    assert.equal(script.statusCode, 200)
    assert.doesNotMatch(script.body, /sourceMappingURL/, path)
  }
})

test('the cookies that pages and the api set are __Host-, Secure, HttpOnly and SameSite', async () => {
  const attempt = await shop.app.inject({
    method: 'POST',
    url: '/api/console/sign-in',
    payload: { email: 'nobody@shop.example', password: 'x' },
  })
  assert.equal(attempt.statusCode, 401)
  assert.deepEqual(attempt.cookies, [])
  const signedOut = await shop.app.inject({ method: 'DELETE', url: '/api/console/session' })
  const [cookie] = signedOut.cookies
  assert.equal(cookie?.name, '__Host-staff')
  assert.deepEqual([cookie?.secure, cookie?.httpOnly, cookie?.sameSite, cookie?.path], [true, true, 'Strict', '/'])
})

test('no address that a visitor writes becomes a redirect to another host', async () => {
  const attempts = [
    '//evil.example',
    '/\\evil.example',
    '/en//evil.example',
    '/%2F%2Fevil.example',
    '/?next=https://evil.example',
    '/en?return=//evil.example',
    '/console?next=https://evil.example',
    '/language?to=//evil.example',
  ]
  for (const url of attempts) {
    const { headers } = await shop.app.inject({
      url,
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    })
    const { location } = headers
    if (location === undefined) continue
    const target = new URL(String(location), 'https://shop.example')
    assert.equal(target.origin, 'https://shop.example', `${url} → ${location}`)
  }
})

test('a weaker answer gets fewer points, so the score can fail', () => {
  const strong = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'referrer-policy': 'strict-origin-when-cross-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  }
  const scoreOf = (headers: object, html = '') => scoreAnswer({ ...strong, ...headers }, [], html).score
  assert.equal(scoreOf({}), 140)
  for (const name of Object.keys(strong)) assert.ok(scoreOf({ [name]: undefined }) < 140, name)
  assert.ok(
    scoreOf({ 'content-security-policy': `${strong['content-security-policy']}; style-src 'unsafe-inline'` }) < 100,
  )
  assert.ok(scoreOf({}, '<script>alert(1)</script>') < 100)
  assert.ok(scoreOf({}, '<script src="//cdn.example/x.js"></script>') < 100)
  assert.equal(scoreAnswer(strong, [{ name: 'session' }], '').score, 60)
})
