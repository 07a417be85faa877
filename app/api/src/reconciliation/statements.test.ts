import assert from 'node:assert/strict'
import { randomBytes, randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type {
  MissingInStatement,
  Statement,
  StatementRow,
  StatementRowError,
} from '@dhakacart/contract/console-statements.schema.ts'
import { addPlaces } from '@dhakacart/database/testing/fixtures.ts'
import { setClock, useSimulatedClock } from '@dhakacart/database/testing/set-clock.ts'
import { createTestDatabase, type TestDatabase } from '@dhakacart/database/testing/test-database.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { readPublicOrigin } from '@dhakacart/service-kit/public-origin.ts'
import { readSignedAmount } from '../csv/named-columns.ts'
import type { PaymentContext } from '../payments/payment-context.ts'
import { createPaymentProviders } from '../payments/providers/configured-providers.ts'
import { type FakeGateways, startFakeGateways } from '../payments/testing/fake-gateways.ts'
import { orderToPay } from '../payments/testing/paying-shopper.ts'
import { runDueRefund } from '../refunds/refund-sending.ts'
import * as refunds from '../refunds/refunds.service.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'

/** 22:00 in Dhaka. */
const evening = new Date('2026-11-27T16:00:00Z')
const today = '2026-11-27'

let database: TestDatabase
let gateways: FakeGateways
let api: TestApi
let context: PaymentContext
let upazilaId: number
let manager: Awaited<ReturnType<typeof signInAsStaff>>

before(async () => {
  database = await createTestDatabase()
  gateways = await startFakeGateways()
  const providers = createPaymentProviders(gateways.settings, database.db)
  api = await startTestApi({ settings: { db: database.db, paymentProviders: providers } })
  api.db = database.db
  context = { db: database.db, randomBytes, providers, publicOrigin: readPublicOrigin('http://localhost:3000') }
  upazilaId = (await addPlaces(database.db)).insideDhakaUpazilaId
  await useSimulatedClock(database.db, evening)
  manager = await signInAsStaff(api, 'manager')
})
after(async () => {
  await api.drop()
  await gateways.close()
  await database.drop()
})

async function pay(isPaid = true) {
  const placed = await orderToPay(api, upazilaId, 'bkash')
  const ours = await placed.startedReference()
  if (isPaid) {
    gateways.pay(ours)
    await api.inject({ url: `/api/payments/bkash/return/${ours}` })
  }
  const payment = await database.db
    .selectFrom('payments')
    .select('providerReference')
    .where('orderId', '=', placed.id)
    .executeTakeFirst()
  return { orderId: placed.id, ours, theirs: payment?.providerReference ?? '', taka: placed.totalPaisa / 100 }
}

async function giveBack(orderId: number, amountPaisa: number): Promise<string> {
  await inTransaction(database.db, (tx) =>
    refunds.request(tx, {
      ...{ orderId, amountPaisa, lines: [], reason: 'test', requestedBy: null },
      idempotencyKey: randomUUID(),
    }),
  )
  while ((await runDueRefund(context, 'bkash')) > 0);
  const refund = await database.db
    .selectFrom('refunds')
    .select(['providerReference', 'state'])
    .where('orderId', '=', orderId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  assert.equal(refund.state, 'done')
  return refund.providerReference ?? ''
}

type Answer = {
  statement: Statement | null
  rows: StatementRow[]
  missing: MissingInStatement[]
  errors: StatementRowError[]
}
const columns = { reference: 'Trx ID', ourReference: 'Invoice', amount: 'Amount' }
const fileOf = (rows: readonly (readonly (string | number)[])[]) =>
  ['Trx ID,Invoice,Amount,Date', ...rows.map((row) => `${row.join(',')},x`)].join('\r\n')

async function send(csv: string, changes: object = {}): Promise<Answer> {
  const body = { method: 'bkash', fileName: 'statement.csv', csv, columns, fromDay: today, toDay: today }
  const answer = await manager.send('POST', '/api/console/reconciliation/statements', {
    ...{ ...body, isDryRun: false },
    ...changes,
  })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const verdictsOf = ({ rows }: Answer) => rows.map(({ line, verdict }) => [line, verdict])

test('what stands on one side alone, other amounts and doubles are found, payments that we never began among them', async () => {
  const [right, byOurs, other, double, unpaid, another, missing, refunded] = [
    ...[await pay(), await pay(), await pay(), await pay(), await pay(false)],
    ...[await pay(), await pay(), await pay()],
  ] as const
  const back = await giveBack(refunded.orderId, 10_000)
  const lost = await giveBack(refunded.orderId, 5_000)
  const csv = fileOf([
    [right.theirs, right.ours, `"${right.taka.toLocaleString('en-IN')}.00"`],
    [byOurs.ours, '', byOurs.taka],
    [other.theirs, '', other.taka - 1],
    [double.theirs, double.ours, double.taka],
    [double.theirs, double.ours, double.taka],
    ['NEVER-BEGUN', 'INV-9', 5_000],
    ['PAID-THERE', unpaid.ours, unpaid.taka],
    ['ANOTHER-TRX', another.ours, another.taka],
    [refunded.theirs, refunded.ours, refunded.taka],
    [back, '', '-100.00'],
    ['BACK-TO-NOBODY', '', '(20)'],
  ])
  const verdicts = [
    [2, 'right'],
    [3, 'right'],
    [4, 'amount_differs'],
    [5, 'right'],
    [6, 'double'],
    [7, 'unknown_payment'],
    [8, 'not_booked'],
    [9, 'reference_differs'],
    [10, 'right'],
    [11, 'right'],
    [12, 'unknown_refund'],
  ]
  const dry = await send(csv, { isDryRun: true })
  assert.deepEqual(verdictsOf(dry), verdicts)
  assert.equal(dry.statement?.id, null)
  assert.deepEqual((await manager.send('GET', '/api/console/reconciliation/statements')).json().statements, [])
  const real = await send(csv)
  assert.deepEqual(verdictsOf(real), verdicts)
  // What no line tells of: a payment and a refund.
  for (const { missing: found, statement } of [dry, real]) {
    assert.deepEqual(
      found.map(({ reference, amountPaisa }) => [reference, amountPaisa]).toSorted(),
      [
        [lost, -5_000],
        [missing.theirs, missing.taka * 100],
      ].toSorted(),
    )
    assert.equal(statement?.missingCount, 2)
  }
  assert.equal(real.rows[6]?.orderId, unpaid.orderId)
  assert.deepEqual([real.rows[2]?.amountPaisa, real.rows[2]?.bookedPaisa], [(other.taka - 1) * 100, other.taka * 100])
  assert.equal(real.statement?.returnedPaisa, 12_000)
  const { id } = real.statement ?? {}
  const read = (await manager.send('GET', `/api/console/reconciliation/statements/${id}`)).json()
  assert.deepEqual([read.rows, read.missing, read.statement], [real.rows, real.missing, real.statement])
  const later = await send(fileOf([[missing.theirs, '', missing.taka]]))
  assert.deepEqual(verdictsOf(later), [[2, 'right']])
  const again = (await manager.send('GET', `/api/console/reconciliation/statements/${id}`)).json()
  assert.equal(again.statement.missingCount, 1, 'another statement told of it')
})

test('the same file is one statement, at once and later; other columns or days are another', async () => {
  const paid = await pay()
  const csv = fileOf([[paid.theirs, paid.ours, paid.taka]])
  const answers = await Promise.all([1, 2, 3].map(() => send(csv)))
  assert.equal(new Set(answers.map(({ statement }) => statement?.id)).size, 1)
  const again = await send(csv)
  assert.equal(again.statement?.id, answers[0]?.statement?.id)
  assert.deepEqual(verdictsOf(again), [[2, 'right']])
  const rows = await database.db
    .selectFrom('paymentStatementRows')
    .select('line')
    .where('statementId', '=', again.statement?.id ?? 0)
    .execute()
  assert.equal(rows.length, 1)
  const other = await send(csv, { columns: { reference: 'Invoice', amount: 'Amount' } })
  assert.notEqual(other.statement?.id, again.statement?.id)
  assert.deepEqual(verdictsOf(other), [[2, 'right']])
})

test('a refund that the file names by its payment is the one of its amount, and a second one is told', async () => {
  const paid = await pay()
  await giveBack(paid.orderId, 3_000)
  await giveBack(paid.orderId, 4_000)
  const answer = await send(`Trx,Paid,Back\n${paid.theirs},${paid.taka},40\n${paid.theirs},,30\n${paid.theirs},,30\n`, {
    columns: { reference: 'Trx', amount: 'Paid', returned: 'Back' },
  })
  assert.deepEqual(
    answer.rows.map(({ line, amountPaisa, verdict }) => [line, amountPaisa, verdict]),
    [
      [2, paid.taka * 100, 'right'],
      [2, -4_000, 'right'],
      [3, -3_000, 'right'],
      [4, -3_000, 'double'],
    ],
  )
})

test('with one row that cannot be read nothing is kept, and each such row is told with its line', async () => {
  const before = (await manager.send('GET', '/api/console/reconciliation/statements')).json().statements.length
  const wrong = await send(
    fileOf([
      ['A', '', 1],
      ['', '', 5],
      ['B', '', 'ten'],
    ]),
  )
  assert.deepEqual(
    wrong.errors.map(({ line, column, problem }) => [line, column, problem]),
    [
      [3, 'Trx ID', 'empty'],
      [4, 'Amount', 'not_an_amount'],
    ],
  )
  const absent = await send(fileOf([['A', '', 1]]), { columns: { reference: 'Txn', amount: 'Amount' } })
  assert.deepEqual(absent.errors, [{ line: 1, column: 'Txn', problem: 'column_missing' }])
  const broken = await send('Trx ID,Invoice,Amount\n"A,,1\n')
  assert.deepEqual(broken.errors, [{ line: 2, column: '', problem: 'unreadable' }])
  const long = await send(fileOf(Array.from({ length: 5_001 }, (_, index) => [`T${index}`, '', 1])))
  assert.deepEqual(
    long.errors.map(({ line, problem }) => [line, problem]),
    [[5_002, 'too_many_rows']],
  )
  const after = (await manager.send('GET', '/api/console/reconciliation/statements')).json().statements.length
  assert.equal(after, before)
})

test('a month of thousands of rows is taken in one piece', async () => {
  const csv = fileOf(Array.from({ length: 5_000 }, (_, index) => [`MONTH-${index}`, 'an invoice of some length', 10]))
  assert.ok(csv.length > 200_000)
  const { statement } = await send(csv)
  assert.deepEqual([statement?.rowCount, statement?.counts.unknown_payment], [5_000, 5_000])
})

test('days that cannot be, bodies of another form and people who may not are refused', async () => {
  const url = '/api/console/reconciliation/statements'
  const body = { method: 'bkash', fileName: 'a.csv', csv: 'x', columns, fromDay: today, toDay: today, isDryRun: true }
  const wrong = [
    { fromDay: '2026-02-30' },
    { fromDay: '2026-11-28' },
    { fromDay: '2026-09-01' },
    { toDay: 'today' },
    { method: 'cash_on_delivery' },
    { csv: '' },
    { csv: 'x'.repeat(1_000_001) },
    { columns: { reference: 'a' } },
    { rows: [] },
  ]
  for (const change of wrong) {
    const answer = await manager.send('POST', url, { ...body, ...change })
    assert.equal(answer.statusCode, 400, JSON.stringify(change).slice(0, 80))
  }
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await viewer.send('POST', url, body)).statusCode, 403)
  assert.equal((await viewer.send('GET', url)).statusCode, 200)
  assert.equal((await manager.send('GET', `${url}/999999`)).json().code, 'STATEMENT_NOT_FOUND')
  await setClock(database.db, evening)
})

test('amounts that went back are read however they are marked', () => {
  const read = ['-1,250.50', '−5', '(৳1,000)', '- 20', '80/-', '5-', '--5', '(5', '-'].map(readSignedAmount)
  assert.deepEqual(read, [-125_050, -500, -100_000, -2_000, 8_000, null, null, null, null])
})
