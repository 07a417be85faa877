import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPublicOrigin } from './public-origin.ts'

test('an https origin is secure and stands only for itself', () => {
  const shop = readPublicOrigin(' HTTPS://Shop.Example:443/ ')
  assert.equal(shop.origin, 'https://shop.example')
  assert.equal(shop.isSecure, true)
  assert.equal(shop.isLoopback, false)
  assert.equal(shop.cookiePrefix, '__Host-')
  assert.equal(shop.allowsOrigin('https://shop.example'), true)
  const foreign = ['http://shop.example', 'https://shop.example:8443', 'https://www.shop.example', 'https://localhost']
  for (const origin of [...foreign, 'https://shop.example/', 'https://shop.example.evil', 'null', '', '*']) {
    assert.equal(shop.allowsOrigin(origin), false, origin)
  }
  assert.throws(() => Object.assign(shop, { origin: 'https://evil.example' }), TypeError)
})

test('every loopback host may use plain http, and answers as localhost and as 127.0.0.1 on its port', () => {
  for (const host of ['localhost', 'shop.localhost', '127.0.0.1', '127.8.9.10', '127.1', '[::1]', 'LOCALHOST']) {
    const shop = readPublicOrigin(`http://${host}:3000`)
    assert.equal(shop.isLoopback, true, host)
    assert.equal(shop.isSecure, false)
    assert.equal(shop.cookiePrefix, '')
    for (const origin of [shop.origin, 'http://localhost:3000', 'http://127.0.0.1:3000']) {
      assert.equal(shop.allowsOrigin(origin), true, origin)
    }
    for (const origin of ['http://localhost', 'http://localhost:3001', 'https://localhost:3000', 'http://evil:3000']) {
      assert.equal(shop.allowsOrigin(origin), false, origin)
    }
  }
})

test('https on loopback keeps the secure cookie', () => {
  const shop = readPublicOrigin('https://localhost')
  assert.equal(shop.cookiePrefix, '__Host-')
  assert.equal(shop.allowsOrigin('https://127.0.0.1'), true)
  assert.equal(shop.allowsOrigin('http://127.0.0.1'), false)
})

test('plain http anywhere else is refused', () => {
  for (const host of [
    'shop.example',
    'localhost.evil.example',
    'notlocalhost',
    '10.0.0.1',
    '128.0.0.1',
    '[::2]',
    '0.0.0.0',
  ]) {
    assert.throws(() => readPublicOrigin(`http://${host}`), { name: 'RangeError', message: /https/ }, host)
  }
})

test('anything besides scheme, host and port is refused', () => {
  const more = ['/shop', '?a=1', '?', '#top', '#', '//', '\\evil', '/../', ' evil']
  const wrong = [
    '',
    'shop.example',
    '//shop.example',
    'ftp://shop.example',
    'javascript:alert(1)',
    'https://',
    'https:///x',
  ]
  const odd = [
    'https://user@shop.example',
    'https://u:p@shop.example',
    'https://sh\nop.example',
    'https://shop.example.',
  ]
  const ports = ['https://shop.example:99999', 'https://shop.example:x']
  for (const text of [...more.map((end) => `https://shop.example${end}`), ...wrong, ...odd, ...ports]) {
    assert.throws(() => readPublicOrigin(text), RangeError, JSON.stringify(text))
  }
})

test('a canonical address stays on this shop', () => {
  const shop = readPublicOrigin('https://shop.example')
  assert.equal(shop.canonical('/'), 'https://shop.example/')
  assert.equal(shop.canonical('/bn/p/x?colour=red#a'), 'https://shop.example/bn/p/x?colour=red#a')
  assert.equal(shop.canonical('/bn/খোঁজ'), `https://shop.example/bn/${encodeURIComponent('খোঁজ')}`)
  const elsewhere = [
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example',
    '',
    'bn/p',
    '\\\\evil',
  ]
  for (const path of [...elsewhere, '//', '//a:b@evil']) {
    assert.throws(() => shop.canonical(path), RangeError, JSON.stringify(path))
  }
})
