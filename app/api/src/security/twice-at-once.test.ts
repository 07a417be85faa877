import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { cataloguePresses } from './testing/catalogue-presses.ts'
import { orderPresses } from './testing/order-presses.ts'
import { shopperPresses } from './testing/shopper-presses.ts'
import { staffPresses } from './testing/staff-presses.ts'
import { createTwiceShop, type Presses, type TwiceShop } from './testing/twice-shop.ts'
import { eachStandsAlone, pressedElsewhere } from './twice-elsewhere.ts'

const presses: Presses = { ...shopperPresses, ...cataloguePresses, ...orderPresses, ...staffPresses }
const times = 6

/** Every route that is no read, as Fastify knows it, whoever registered it and however. */
const writes: string[] = []
let api: TestApi
let shop: TwiceShop
before(async () => {
  const onRoute = ({ method, url }: { method: string | string[]; url: string }) => {
    for (const one of [method].flat()) if (one !== 'GET' && one !== 'HEAD') writes.push(`${one} ${url}`)
  }
  api = await startTestApi({ settings: { onRoute } })
  shop = await createTwiceShop(api)
})
after(() => api.drop())

test('every route that writes is pressed several times at once, here or by its feature, or says why it need not be', () => {
  const known = [presses, pressedElsewhere, eachStandsAlone].flatMap(Object.keys)
  assert.deepEqual(known.toSorted(), writes.toSorted())
})

test('where a feature presses by itself its test is there, and does several things at once', () => {
  for (const [route, [file, title]] of Object.entries(pressedElsewhere)) {
    const source = readFileSync(path.join(import.meta.dirname, '..', file), 'utf8')
    const [, fromTitle] = source.split(title)
    assert.ok(fromTitle !== undefined, `${route}: ${file} has no test "${title}"`)
    const [body = ''] = fromTitle.split(/^ *test\(/m)
    assert.match(body, /Promise\.all(Settled)?\(/, `${route}: "${title}" does one thing after the other`)
  }
})

for (const [route, prepare] of Object.entries(presses)) {
  test(`pressed ${times} times at once it is done once: ${route}`, async () => {
    const { send, left, expected } = await prepare(shop)
    const answers = await Promise.all(Array.from({ length: times }, send))
    const statuses = answers.map(({ statusCode }) => statusCode)
    assert.ok(statuses.includes(200), answers.map(({ body }) => body).join())
    // The others hear that it is done, or that they came late.
    assert.ok(
      statuses.every((status) => status === 200 || (status >= 400 && status < 500)),
      `${statuses}`,
    )
    assert.deepEqual(await left(), expected)
  })
}
