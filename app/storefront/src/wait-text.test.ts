import assert from 'node:assert/strict'
import { test } from 'node:test'
import { waitText } from './wait-text.ts'

test('a wait is rounded by less than a twelfth, and in words below a minute', () => {
  const texts = { underMinute: 'under', minutes: '{count} min', minutesSeconds: '{minutes} min {seconds} s' }
  const told = [59, 60, 64, 66, 95, 118, 299, 594, 596, 629, 640, 3_000].map((one) => waitText(one, texts, String))
  assert.deepEqual(told, [
    'under',
    '1 min',
    '1 min',
    '1 min 10 s',
    '1 min 40 s',
    '2 min',
    '5 min',
    '9 min 50 s',
    '10 min',
    '10 min',
    '11 min',
    '50 min',
  ])
})
