import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from './manifest.ts'
import { findTimeOuts } from './time-outs.ts'

const policy = {
  apiVersion: 'gateway.envoyproxy.io/v1alpha1',
  kind: 'BackendTrafficPolicy',
  metadata: { name: 'shop' },
  spec: { timeout: { http: { requestTimeout: '33s' } } },
} as unknown as Manifest
const code = `export const patienceMs = 30_000
const settings = { lock_timeout: '5s' }
`

const page = (...rows: string[]) =>
  ['# Time-outs', '| who waits | for | s | stands in | as |', '|---|---|---|---|---|', ...rows, '', 'Words.'].join('\n')
const gateway = '| gateway | storefront | 33 | BackendTrafficPolicy shop | spec.timeout.http.requestTimeout |'
const storefront = '| storefront | api | 30 | app/code.ts | patienceMs |'
const lock = '| PostgreSQL | a row | 5 | app/code.ts | lock_timeout |'

const findIn = (text: string) => findTimeOuts([policy], (file) => (file === 'app/code.ts' ? code : text))

test('a table that falls, and says what stands there, is let through', () => {
  assert.deepEqual(findIn(page(gateway, storefront, lock)), [])
})

for (const [title, text, sentence] of [
  [
    'another number in the manifest',
    page(gateway.replace('33', '35'), lock),
    /gateway waits 35 s, and Back.* says 33 s/,
  ],
  [
    'another number in the code',
    page(storefront.replace('30', '20'), lock),
    /waits 20 s, and app\/code.ts.* says 30 s/,
  ],
  ['a name that is gone', page(storefront.replace('patienceMs', 'otherMs'), lock), /otherMs says nothing/],
  ['an object that is gone', page(gateway.replace('Policy shop', 'Policy other'), lock), /says nothing/],
  ['an order that rises', page(storefront, gateway), /gateway .* must wait less than the 30 s of storefront, not 33 s/],
  ['a page without a table', '# Time-outs', /has no table/],
] as const) {
  test(`refused: ${title}`, () => {
    const found = findIn(text)
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', sentence)
  })
}
