import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageRoutes } from '../routes.ts'
import { createAddressReader } from './page-address.ts'

const readAddress = createAddressReader(pageRoutes)

const keys: Record<string, string | null> = {
  '/en': '/en',
  '/bn': '/bn',
  '/en?': '/en',
  '/en?fbclid=abc&utm_source=x&gclid=1': '/en',
  '/en/p/phone?fbclid=abc': '/en/p/phone',
  '/en/p/phone?utm_campaign=eid&variant=SAM-1&x=y': '/en/p/phone?variant=SAM-1',
  '/en/p/phone?district=dhaka&variant=SAM-1': '/en/p/phone?variant=SAM-1&district=dhaka',
  '/en/p/phone?variant=SAM-1&district=dhaka&variant=SAM-2': '/en/p/phone?variant=SAM-1&district=dhaka',
  '/en/p/phone?variant=%3Cscript%3E&district=NOWHERE': '/en/p/phone',
  '/en/p/phone?variant=': '/en/p/phone',
  '/bn/c/phones?sort=newest&brand=b&brand=a&brand=a&page=999999': '/bn/c/phones?brand=a&brand=b&sort=newest',
  '/bn/c/phones?min=%E0%A7%A7%E0%A7%A6%E0%A7%A6&max=2000&stock=yes': '/bn/c/phones?min=100&max=2000',
  '/bn/c/phones?q=hello': '/bn/c/phones',
  '/en/search?q=++Galaxy++S25++&ref=1': '/en/search?q=Galaxy+S25',
  '/en/search?after=a&before=b&q=x': '/en/search?q=x&after=a',
  '/en/search': '/en/search',
  '/en/track?number=1&phone=2': '/en/track',
  '/en/account/sign-in?to=checkout': '/en/account/sign-in?to=checkout',
  '/en/account/sign-in?to=//evil.example': '/en/account/sign-in',
  '/en/about?x': '/en/about',
  '/en/offline': '/en/offline',
  // Nothing of ours, or nothing public: somebody else answers.
  '/': null,
  '/EN': null,
  '/de': null,
  '/en/': null,
  '/enx': null,
  '/en/p/': null,
  '/en/p/UPPER': null,
  '/en/p/a/b': null,
  '/en/p/%61bc': null,
  [`/en/p/${'x'.repeat(121)}`]: null,
  '/en/cart': null,
  '/en/checkout': null,
  '/en/mailbox': null,
  '/en/orders/abc': null,
  '/api/catalogue/home': null,
  'http://evil.example/en': null,
}

test('an address is kept under what its page knows of it, in one order and one spelling', () => {
  for (const [url, key] of Object.entries(keys)) assert.equal(readAddress(url)?.key ?? null, key, url)
})

test('a key names itself', () => {
  for (const key of Object.values(keys)) {
    if (key !== null) assert.equal(readAddress(key)?.key, key)
  }
})
