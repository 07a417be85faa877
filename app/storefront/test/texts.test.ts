import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as carts from '@dhakacart/contract/carts.schema.ts'
import * as catalogue from '@dhakacart/contract/catalogue.schema.ts'
import * as delivery from '@dhakacart/contract/delivery.schema.ts'
import { errorCodes, staffErrorCodes } from '@dhakacart/contract/error-codes.ts'
import { PlaceOrder } from '@dhakacart/contract/orders.schema.ts'
import { maxLineQuantity } from '@dhakacart/contract/shapes.ts'
import * as waitingRoom from '@dhakacart/contract/waiting-room.schema.ts'
import * as ours from '../src/browser/api-routes.ts'
import { lengthMax } from '../src/checkout-values.ts'
import { quantityMax } from '../src/form-values.ts'
import { bn } from '../src/texts/bn.ts'
import { en } from '../src/texts/en.ts'

/** Codes that only a program or the console can cause: a shopper who meets one reads the general text. */
const programCodes = ['BAD_REQUEST', 'NOT_FOUND', 'UNSUPPORTED_MEDIA_TYPE', 'INTERNAL', ...Object.keys(staffErrorCodes)]

/** Written the same in both languages. */
const sameInBoth = new Set(['product.savePercent'])

function leaves(texts: object, path = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value, `${path}${key}.`)
      : [[path + key, value] as [string, unknown]],
  )
}

/** What a text looks like when shown; placeholders are given words without digits. */
function shown(text: unknown): string {
  return typeof text === 'function' ? String(text('X', 'Y', 'Z')) : String(text)
}

test('every error a shopper can meet has its text in both languages', () => {
  const wanted = Object.keys(errorCodes).filter((code) => !programCodes.includes(code))
  assert.deepEqual(Object.keys(en.errors).toSorted(), [...wanted, 'GENERAL'].toSorted())
  assert.deepEqual(Object.keys(bn.errors).toSorted(), Object.keys(en.errors).toSorted())
})

test('every Bangla text is there, is Bangla, and writes Bangla digits', () => {
  const english = new Map(leaves(en))
  const bangla = leaves(bn)
  assert.deepEqual(bangla.map(([path]) => path).toSorted(), [...english.keys()].toSorted())
  for (const [path, value] of bangla) {
    const text = shown(value)
    if (path === 'layout.otherLanguage' || sameInBoth.has(path)) continue
    assert.match(text, /[\u0980-\u09ff]|^[^a-zA-Z]*$|\{|^X/, `${path}: ${text}`)
    assert.doesNotMatch(text.replace(/[A-Z][\w.-]*\d+|\S+@\S+|%\d/g, ''), /[0-9]/, `${path}: ${text}`)
    // Signs between placeholders are the same in both.
    if (/[a-z]{2}/i.test(shown(english.get(path)))) assert.notEqual(text, shown(english.get(path)), path)
  }
})

test('the routes that browsers call are those of the contract', () => {
  const contract = { ...carts, ...catalogue, ...delivery, ...waitingRoom }
  for (const [name, { method, url }] of Object.entries(ours)) {
    const known = contract[name as keyof typeof ours]
    assert.deepEqual([method, url], [known.method, known.url], name)
  }
})

test('the limits that browsers know are those of the contract', () => {
  const { customerName, streetAddress, deliveryNote, customerEmail } = PlaceOrder.properties
  const maxOf = (schema: object) => JSON.stringify(schema).match(/"maxLength":(\d+)/)?.[1]
  assert.equal(quantityMax, maxLineQuantity)
  for (const [field, schema] of Object.entries({
    name: customerName,
    street: streetAddress,
    note: deliveryNote,
    email: customerEmail,
  })) {
    assert.equal(lengthMax[field as keyof typeof lengthMax], Number(maxOf(schema)), field)
  }
})
