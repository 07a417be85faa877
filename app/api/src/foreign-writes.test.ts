import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { startTestApi, type TestApi } from './testing/test-api.ts'

const shop = 'https://shop.example'
const console = 'https://console.shop.example'
let api: TestApi

before(async () => {
  const settings = { publicOrigin: readPublicOrigin(shop), consoleOrigin: readPublicOrigin(console) }
  api = await startTestApi({ settings })
})
after(() => api.drop())

async function refusalOf(url: string, method: 'POST' | 'DELETE', origin: string): Promise<string | undefined> {
  const answer = await api.inject({ method, url, headers: { origin, 'sec-fetch-site': 'same-site' } })
  return answer.json<{ code?: string }>().code
}

test('with a host of its own, the console’s writes are taken from the console’s pages alone', async () => {
  for (const url of ['/api/console/session', '/api/%63onsole/session', '/api/console/%73ession']) {
    assert.equal(await refusalOf(url, 'DELETE', shop), 'FOREIGN_ORIGIN', url)
    assert.notEqual(await refusalOf(url, 'DELETE', console), 'FOREIGN_ORIGIN', url)
  }
})

test('the shop’s writes are not taken from the console’s pages', async () => {
  assert.equal(await refusalOf('/api/cart/lines', 'POST', console), 'FOREIGN_ORIGIN')
  assert.notEqual(await refusalOf('/api/cart/lines', 'POST', shop), 'FOREIGN_ORIGIN')
})
