import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { scoreAnswer } from './observatory.ts'
import { type StorefrontUnderTest, startShop } from './shop-under-test.ts'

let shop: StorefrontUnderTest
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
  'nothing there': '/en/nothing-here',
  console: '/console',
  'a page of the console': '/console/orders',
}

test('product: at least 125 points of the Mozilla Observatory over https', async () => {
  const { products } = (await shop.app.inject({ url: '/api/catalogue/products?limit=1' })).json()
  const answer = await shop.app.inject({ url: `/en/p/${products[0].slug}` })
  assert.equal(answer.statusCode, 200)
  const { score, findings } = scoreAnswer(answer.headers, answer.cookies, answer.body)
  assert.ok(score >= 125, `${score}: ${JSON.stringify(findings)}`)
})

for (const [kind, url] of Object.entries(pages)) {
  test(`${kind}: at least 125 points of the Mozilla Observatory over https`, async () => {
    const answer = await shop.app.inject({ url, headers: { accept: 'text/html' } })
    assert.match(String(answer.headers['content-type']), /^text\/html/, `${answer.statusCode}`)
    const { score, findings } = scoreAnswer(answer.headers, answer.cookies, answer.body)
    assert.ok(score >= 125, `${score}: ${JSON.stringify(findings)}`)
  })
}

test('answers of the api and files carry what keeps a browser from showing them as something else', async () => {
  for (const url of ['/api/catalogue/home', '/api/console/session', '/api/nothing', '/favicon.svg']) {
    const { headers } = await shop.app.inject({ url })
    assert.equal(headers['x-content-type-options'], 'nosniff', url)
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/, url)
    assert.match(String(headers['strict-transport-security']), /^max-age=31536000/, url)
    assert.equal(headers['access-control-allow-origin'], undefined, url)
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
