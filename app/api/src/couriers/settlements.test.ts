import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Settlement, SettlementRow, SettlementRowError } from '@dhakacart/contract/console-settlements.schema.ts'
import { readAmount } from '../csv/named-columns.ts'
import { readSettlementFile } from './settlement-file.ts'
import { useCourierShop } from './testing/courier-shop.ts'

const shop = useCourierShop()
const { manager, staff, lookNow, book, moveParcel } = shop
const columns = { parcel: 'Consignment', collected: 'Collected', fee: 'Charge' }

async function deliveredParcel() {
  const { order, booking } = await book('steadfast')
  await moveParcel(booking.consignmentId, 'delivered')
  await lookNow(booking.id)
  return { ...booking, order, taka: order.totalPaisa / 100 }
}

const file = (rows: readonly (readonly (string | number | null)[])[]) =>
  ['Consignment,Collected,Charge', ...rows.map((row) => row.join(','))].join('\r\n')

async function send(csv: string, changes: object = {}) {
  const body = { courier: 'steadfast', fileName: 'settlement.csv', csv, columns, isDryRun: false, ...changes }
  const answer = await manager().send('POST', '/api/console/couriers/settlements', body)
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json() as { settlement: Settlement | null; rows: SettlementRow[]; errors: SettlementRowError[] }
}

test('every kind of difference is found, by consignment or by our reference', async () => {
  const [right, short, over] = [await deliveredParcel(), await deliveredParcel(), await deliveredParcel()]
  const underway = await book('steadfast')
  const csv = file([
    [right.consignmentId, `"${right.taka.toLocaleString('en-IN')}.00"`, 60],
    [short.reference, short.taka - 100, 60],
    [over.consignmentId, over.taka + 100, 60],
    ['999999', 500, 60],
    [underway.booking.consignmentId, 1_060, 60],
    [right.reference, right.taka, 60],
  ])
  const dry = await send(csv, { isDryRun: true })
  const verdicts = ['right', 'short', 'over', 'unknown_parcel', 'not_delivered', 'double']
  assert.deepEqual(
    dry.rows.map(({ verdict }) => verdict),
    verdicts,
  )
  assert.equal(dry.settlement?.id, null)
  assert.deepEqual((await manager().send('GET', '/api/console/couriers/settlements')).json().settlements, [])
  const real = await send(csv)
  assert.deepEqual(
    real.rows.map(({ verdict }) => verdict),
    verdicts,
  )
  assert.deepEqual(
    real.rows.map(({ line }) => line),
    [2, 3, 4, 5, 6, 7],
  )
  assert.deepEqual(real.settlement?.counts, {
    right: 1,
    short: 1,
    over: 1,
    unknown_parcel: 1,
    double: 1,
    not_delivered: 1,
  })
  assert.equal(real.settlement?.feePaisa, 360_00)
})

test('a parcel that an earlier file paid for is double in the next; the same file again is the same settlement', async () => {
  const parcel = await deliveredParcel()
  const csv = file([[parcel.consignmentId, parcel.taka, 60]])
  const [first, second] = await Promise.all([send(csv), send(csv)])
  assert.equal(first.settlement?.id, second.settlement?.id)
  assert.deepEqual([first.rows[0]?.verdict, second.rows[0]?.verdict], ['right', 'right'])
  const next = await send(file([[parcel.reference, parcel.taka, 60]]))
  assert.equal(next.rows[0]?.verdict, 'double')
})

test('two different files with one parcel, imported at once, pay it once', async () => {
  const parcel = await deliveredParcel()
  const files = [60, 70].map((fee) => file([[parcel.consignmentId, parcel.taka, fee]]))
  const answers = await Promise.all(files.map((csv) => send(csv)))
  assert.deepEqual(answers.map(({ rows }) => rows[0]?.verdict).sort(), ['double', 'right'])
})

test('a delivered parcel is missing until a settlement has it', async () => {
  const parcel = await deliveredParcel()
  const isMissing = async () => {
    const { receivables } = (await manager().send('GET', '/api/console/receivables?limit=100')).json()
    return receivables.some(({ orderId }: { orderId: number }) => orderId === parcel.order.id)
  }
  assert.equal(await isMissing(), true)
  await send(file([[parcel.consignmentId, parcel.taka, 60]]))
  assert.equal(await isMissing(), false)
})

test('with one row that cannot be read nothing is imported, and each such row is told with its line', async () => {
  const parcel = await deliveredParcel()
  const csv = file([
    [parcel.consignmentId, parcel.taka, 60],
    ['', 10, 60],
    ['A', 'ten', 60],
    ['A', 10, '-5'],
  ])
  const { settlement, errors } = await send(csv)
  assert.equal(settlement, null)
  assert.deepEqual(
    errors.map(({ line, column, problem }) => [line, column, problem]),
    [
      [3, 'Consignment', 'empty'],
      [4, 'Collected', 'not_an_amount'],
      [5, 'Consignment', 'repeated'],
      [5, 'Charge', 'not_an_amount'],
    ],
  )
  const missing = await send(csv, { columns: { parcel: 'CID', collected: 'Collected' } })
  assert.deepEqual(missing.errors, [{ line: 1, column: 'CID', problem: 'column_missing' }])
})

test('only who may settle imports, and a body of another form is refused', async () => {
  const body = { courier: 'steadfast', fileName: 'a.csv', csv: 'x', columns, isDryRun: false }
  const forbidden = await staff().send('POST', '/api/console/couriers/settlements', body)
  assert.equal(forbidden.statusCode, 403)
  for (const change of [{ courier: 'own' }, { csv: '' }, { csv: 'x'.repeat(50_001) }, { isDryRun: 'no' }, { id: 1 }]) {
    const answer = await manager().send('POST', '/api/console/couriers/settlements', { ...body, ...change })
    assert.equal(answer.statusCode, 400)
  }
  assert.equal(
    (await manager().send('GET', '/api/console/couriers/settlements/999999')).json().code,
    'SETTLEMENT_NOT_FOUND',
  )
})

test('amounts are read as couriers write them, and nothing else is', () => {
  for (const [text, paisa] of [
    ['1250', 1250_00],
    ['1,25,000.50', 125_000_50],
    ['৳১,২৫০', 1250_00],
    ['Tk. 80', 80_00],
    ['80/-', 80_00],
    ['80.5', 80_50],
  ] as const) {
    assert.equal(readAmount(text), paisa, text)
  }
  for (const text of ['', '-1', '1.234', 'one', '1e3', '99999999999']) assert.equal(readAmount(text), null, text)
})

test('files with quotes, semicolons, a mark and line breaks in cells are read; too long ones are not', async () => {
  const csv = '\ufeffConsignment;Collected;Charge\n"A\n""1""";"1250,00";60\n\nB;10;0\n'
  assert.deepEqual(await readSettlementFile(csv.replace('1250,00', '1,250'), columns), {
    lines: [
      { line: 2, parcel: 'A\n"1"', collectedPaisa: 1250_00, feePaisa: 60_00 },
      { line: 5, parcel: 'B', collectedPaisa: 10_00, feePaisa: 0 },
    ],
    errors: [],
  })
  const long = file(Array.from({ length: 1_001 }, (_, index) => [`P${index}`, 1, 1]))
  assert.deepEqual(
    (await readSettlementFile(long, columns)).errors.map(({ problem }) => problem),
    ['too_many_rows'],
  )
  assert.deepEqual(
    (await readSettlementFile(file([]), columns)).errors.map(({ problem }) => problem),
    ['no_rows'],
  )
  for (const broken of ['Consignment,Collected,Charge\nA,"10,0\n', 'Consignment,Collected,Charge\n"A"B,10,0\n']) {
    assert.deepEqual((await readSettlementFile(broken, columns)).errors, [
      { line: 2, column: '', problem: 'unreadable' },
    ])
  }
})
