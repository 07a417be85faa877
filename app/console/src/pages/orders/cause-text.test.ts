import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bn } from '../../texts/bn.ts'
import { en, type Texts } from '../../texts/en.ts'
import type { Words } from '../../words.ts'
import { causeText } from './cause-text.ts'

const inEnglish = (cause: string) => causeText(cause, { texts: en as Texts } as Words)
const inBangla = (cause: string) => causeText(cause, { texts: bn } as Words)

/** As the api writes them. */
const causes = [
  'order placed',
  'packed',
  'handed to own',
  'delivered',
  'not delivered',
  'parcel came back',
  'confirmed by telephone',
  'confirmed by code',
  'cancelled by the shopper',
  'cancelled by staff: unreachable',
  'cancelled as the customer asked',
  'cancelled for a risky payment',
  'hold expired',
  'paid by sslcommerz',
  'return asked for by shopper',
  'return asked for by staff',
  'return refused',
  'everything came back',
  'a part came back',
  'return 12: defective',
  'order cancelled by the shopper',
  'order cancelled by staff: duplicate',
  'paid after the order was cancelled',
  'paid twice',
  'paid another amount than was due',
  'paid after the order had expired and its products were sold',
]

test('every cause that the api writes is told in Bangla without a Latin letter', () => {
  for (const cause of causes) assert.doesNotMatch(inBangla(cause), /[A-Za-z]/, cause)
})

test('names and reasons inside of a cause are those of the lists they are chosen from', () => {
  assert.equal(inEnglish('handed to own'), `Handed to: ${en.orders.couriers.own}`)
  assert.equal(inEnglish('return 7: wrong_item'), 'Return: Another product came')
  assert.equal(
    inEnglish('cancelled by staff: unreachable, called, twice'),
    `${en.orders.cancelReasons.unreachable}, called, twice`,
  )
})

test('what people wrote, and what a courier calls a status, stays as it is', () => {
  assert.equal(inBangla('Delivered late'), 'Delivered late')
  assert.equal(inBangla('order it again, he said'), 'order it again, he said')
  assert.equal(inBangla('pathao: At_the_Sorting_HUB'), 'পাঠাও: At_the_Sorting_HUB')
})
