import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawCode128, encodeCode128 } from './barcode.ts'

test('the check sign is that of the standard: 55 for PJJ123C', () => {
  assert.deepEqual(encodeCode128('PJJ123C'), [104, 48, 42, 42, 17, 18, 19, 35, 55])
})

test('every sign is eleven modules wide with its own bars, and the stop sign thirteen', () => {
  const shapes = new Set<string>()
  for (let code = 32; code < 127; code += 1) {
    const { bars, width } = drawCode128(String.fromCharCode(code))
    assert.equal(width, 11 * 3 + 13)
    shapes.add(JSON.stringify(bars.filter(({ x }) => x >= 11 && x < 22)))
  }
  assert.equal(shapes.size, 95)
})

test('a text that a scanner could not give back is refused', () => {
  for (const text of ['', 'কোড', 'a\nb']) assert.throws(() => encodeCode128(text), RangeError)
})
