import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstPage, listQuery, readListChoice, toProductListQuery } from '../src/list-choice.ts'

const read = (query: string) => readListChoice(new URLSearchParams(query))

test('however a choice is written, it has one address', () => {
  const written = [
    'brand=xiaomi&brand=samsung&spec=ram:8&min=10000&stock=1&sort=newest',
    'sort=newest&stock=1&min=10000&max=&spec=ram%3A8&brand=samsung&brand=xiaomi&brand=xiaomi&utm_source=a',
    'min=১০০০০&brand=samsung&brand=xiaomi&sort=newest&spec=ram:8&stock=1&fbclid=1',
  ]
  for (const query of written) {
    assert.equal(listQuery(read(query)), '?brand=samsung&brand=xiaomi&spec=ram%3A8&min=10000&stock=1&sort=newest')
  }
})

test('what is wrong is left out, and what is left still works', () => {
  assert.deepEqual(
    read('brand=A&brand=-x&brand=..%2F&spec=novalue&spec=:x&min=-5&max=1.5&stock=yes&sort=x&after=a%20b'),
    {},
  )
  assert.deepEqual(read('q=%20%20'), {})
  assert.equal(read(`q=${'a'.repeat(500)}`).text?.length, 100)
  assert.equal(read(Array.from({ length: 100 }, (_, index) => `brand=b${index}`).join('&')).brands?.length, 30)
  assert.deepEqual(read('after=x&before=y'), { after: 'x' })
})

test('reading an address that we wrote gives the choice back', () => {
  const choice = read(
    'q=redmi+note&brand=xiaomi&spec=ram:8+GB&spec=screen:6.7″&min=1&max=99999&stock=1&sort=price-desc&before=AbC_-9',
  )
  assert.deepEqual(read(listQuery(choice)), choice)
  assert.equal(listQuery({}), '')
})

test('a change of filters starts at the first page', () => {
  assert.deepEqual(firstPage(read('brand=lg&after=x')), { brands: ['lg'] })
})

test('the api is asked in paisa', () => {
  assert.deepEqual(toProductListQuery(read('min=10&max=20&stock=1'), 'fans'), {
    category: 'fans',
    minPricePaisa: 1_000,
    maxPricePaisa: 2_000,
    inStock: true,
  })
})
