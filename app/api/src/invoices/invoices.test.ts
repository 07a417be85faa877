import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inflateSync } from 'node:zlib'
import type { Invoice } from '@dhakacart/contract/invoices.schema.ts'
import { languages } from '@dhakacart/contract/language.ts'
import { paymentMethods } from '@dhakacart/contract/payment-methods.ts'
import { addPlaces, addProduct } from '@dhakacart/database/testing/fixtures.ts'
import { createShopper } from '../testing/shopper.ts'
import { signInAsStaff } from '../testing/staff.ts'
import { startTestApi, type TestApi } from '../testing/test-api.ts'
import { makeInvoicePdf } from './invoice.pdf.ts'
import { createPrinter } from './invoice-printer.ts'

let api: TestApi
let upazilaId: number

before(async () => {
  api = await startTestApi()
  upazilaId = (await addPlaces(api.db)).insideDhakaUpazilaId
})
after(() => api.drop())

type Placed = { token: string; number: string; id: number; variantId: number }

async function placeOrder(): Promise<Placed> {
  const { variantId } = await addProduct(api.db, { nameEn: 'Walton NEXG N74', nameBn: 'ওয়ালটন নেক্সজি এন৭৪' })
  const shopper = createShopper(api)
  await shopper.add(variantId, 2)
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId, { customerPhone: '01712-345678' })
  const { token, number } = (await shopper.order(orderKey, body)).json()
  const { id } = await api.db.selectFrom('orders').select('id').where('token', '=', token).executeTakeFirstOrThrow()
  return { token, number, id, variantId }
}
const read = (token: string) => api.inject({ method: 'GET', url: `/api/orders/${token}/invoice` })
const readPdf = (token: string, language = 'bn') =>
  api.inject({ method: 'GET', url: `/api/orders/${token}/invoice.pdf?language=${language}` })

/** What stands on the pages of a PDF of ours, in its own language, page by page. */
function* contentsOf(pdf: Buffer): Generator<string> {
  const file = pdf.toString('latin1')
  for (const { index, 0: head } of file.matchAll(/\/Length (\d+) \/Filter \/FlateDecode [^>]*>>\nstream\n/g)) {
    const start = index + head.length
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    yield inflateSync(pdf.subarray(start, start + length)).toString('latin1')
  }
}

const readText = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** The texts of a PDF of ours, as they were given: what search and screen readers get. */
function textsOf(pdf: Buffer): string[] {
  return [...contentsOf(pdf)].flatMap((content) =>
    [...content.matchAll(/\/ActualText <feff([0-9a-f]*)>/g)].map(([, text = '']) => readText(text)),
  )
}

/** Texts of one line of which the left begins before the one before it has ended, where its last sign is drawn. */
function overlapsOf(pdf: Buffer): string[] {
  const found: string[] = []
  for (const content of contentsOf(pdf)) {
    const spans = [...content.matchAll(/\/ActualText <feff([0-9a-f]*)>>> BDC\n([\s\S]*?)\nEMC/g)].map(
      ([, text = '', drawn = '']) => {
        const places = [...drawn.matchAll(/1 0 0 1 (\S+) (\S+) Tm/g)].map(([, left, up]) => [Number(left), Number(up)])
        const lefts = places.map(([left = 0]) => left)
        return { text: readText(text), start: Math.min(...lefts), end: Math.max(...lefts), line: places[0]?.[1] }
      },
    )
    for (const one of spans)
      for (const other of spans)
        if (one.line === other.line && one.start < other.start && one.end >= other.start)
          found.push(`${one.text} | ${other.text}`)
  }
  return found
}

test('the invoice says who sold what to whom, with the VAT in each price and the units that went out', async () => {
  const { token, number, id, variantId } = await placeOrder()
  for (const identity of ['356938035643809', '356938035643817'])
    await api.db.insertInto('orderUnits').values({ orderId: id, variantId, kind: 'imei', identity }).execute()
  const invoice: Invoice = (await read(token)).json()
  assert.equal(invoice.number, number)
  assert.deepEqual([invoice.customer.name, invoice.customer.phone], ['Rahima Begum', '+8801712345678'])
  const [line] = invoice.lines
  // 7.5 % contained in 2,000 taka: 2,000 × 7.5 / 107.5.
  assert.deepEqual([line?.linePaisa, line?.vatPaisa, invoice.vatPaisa], [200_000, 13_953, 13_953])
  assert.deepEqual(line?.units, ['356938035643809', '356938035643817'])
  assert.equal(invoice.subtotalPaisa + invoice.deliveryFeePaisa - invoice.discountPaisa, invoice.totalPaisa)
})

test('the PDF is whole, in either language, and the same bytes every time', async () => {
  const { token, number } = await placeOrder()
  const [first, second, english] = await Promise.all([readPdf(token), readPdf(token), readPdf(token, 'en')])
  assert.equal(first.headers['content-type'], 'application/pdf')
  assert.match(
    String(first.headers['content-disposition']),
    new RegExp(`^inline; filename="dhakacart-${number}-bn\\.pdf"$`),
  )
  assert.equal(first.headers['cache-control'], 'no-store')
  assert.ok(first.rawPayload.equals(second.rawPayload))
  assert.match(first.rawPayload.subarray(0, 8).toString(), /^%PDF-1\.7/)
  const bangla = textsOf(first.rawPayload)
  for (const text of ['ঢাকাকার্ট', 'বিআইএন: 000123456-0101', 'ওয়ালটন নেক্সজি এন৭৪', '৳২,০০০', '৳২,০৬০', 'ফোন: ০১৭১২-৩৪৫৬৭৮'])
    assert.ok(bangla.includes(text), `${text} in ${bangla.join('|')}`)
  const texts = textsOf(english.rawPayload)
  for (const text of ['Walton NEXG N74', '৳2,060', 'Warranty: 12 months', 'Cash on delivery'])
    assert.ok(texts.includes(text), text)
})

test('a coupon’s discount stands on the invoice, and its lines add up to what is paid', async () => {
  const { variantId } = await addProduct(api.db, {})
  const window = { startsAt: '2026-01-01T00:00:00Z', endsAt: '2098-01-01T00:00:00Z' }
  await api.db
    .insertInto('coupons')
    .values({ code: 'EID10', percent: 10, ...window })
    .execute()
  const shopper = createShopper(api)
  await shopper.add(variantId, 2)
  await shopper.send('PUT', '/api/cart/coupon', { code: 'EID10' })
  const { orderKey } = await shopper.cart()
  const body = await shopper.orderBody(upazilaId)
  const placed = await shopper.order(orderKey, { ...body, seen: { ...body.seen, discountPaisa: 20_000 } })
  const { token } = placed.json()
  const invoice: Invoice = (await read(token)).json()
  const lines = invoice.lines.reduce((sum, { linePaisa }) => sum + linePaisa, 0)
  // 2,000 taka of products less a tenth, and 60 for delivery.
  assert.deepEqual([lines, invoice.subtotalPaisa, invoice.discountPaisa], [200_000, 200_000, 20_000])
  assert.deepEqual([invoice.deliveryFeePaisa, invoice.totalPaisa], [6_000, 186_000])
  const texts = textsOf((await readPdf(token, 'en')).rawPayload)
  for (const text of ['Discount', '-৳200', '৳1,860']) assert.ok(texts.includes(text), `${text} in ${texts.join('|')}`)
})

test('nobody gets an invoice for an order that is not sold', async () => {
  const { token } = await placeOrder()
  assert.equal((await api.inject({ method: 'POST', url: `/api/orders/${token}/cancel` })).statusCode, 200)
  const refused = await read(token)
  assert.deepEqual([refused.statusCode, refused.json().code], [409, 'INVOICE_NOT_READY'])
  assert.equal((await readPdf(token)).statusCode, 409)
})

test('another token, a wrong token and a wrong language get nothing', async () => {
  const { token } = await placeOrder()
  const other = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  assert.equal((await read(other)).statusCode, 404)
  assert.equal((await readPdf(other)).statusCode, 404)
  assert.equal((await read('short')).statusCode, 400)
  assert.equal((await readPdf(token, 'fr')).statusCode, 400)
  assert.equal((await api.inject({ method: 'GET', url: `/api/orders/${token}/invoice.pdf` })).statusCode, 400)
})

test('staff who handle parcels print it, which is written down; others may not', async () => {
  const { id } = await placeOrder()
  const url = `/api/console/orders/${id}/invoice.pdf?language=bn`
  const warehouse = await signInAsStaff(api, 'warehouse')
  const printed = await warehouse.send('POST', url)
  assert.deepEqual([printed.statusCode, printed.headers['content-type']], [200, 'application/pdf'])
  const viewer = await signInAsStaff(api, 'viewer')
  assert.equal((await viewer.send('POST', url)).statusCode, 403)
  assert.equal((await api.inject({ method: 'POST', url })).statusCode, 401)
  const entries = await api.db.selectFrom('auditEntries').select(['action', 'subject', 'staffId']).execute()
  assert.deepEqual(
    entries.filter(({ subject }) => subject === `order:${id}`),
    [{ action: 'invoices.printed', subject: `order:${id}`, staffId: warehouse.id }],
  )
  assert.equal((await warehouse.send('POST', '/api/console/orders/999999999/invoice.pdf?language=bn')).statusCode, 404)
})

const long: Invoice = {
  number: 'DC9W8X7Y6Z',
  issuedAt: '2026-11-23T10:00:00.000Z',
  customer: { name: 'রাষ্ট্রপতি', phone: '+8801712345678', address: { en: 'Dhaka', bn: 'স্ট্রিট ক্ষ, জ্ঞ, র্ক, ন্ত্রী' } },
  lines: Array.from({ length: 50 }, (_, index) => ({
    sku: `SKU-${index}`,
    name: { en: `Product ${index}`, bn: `পণ্য ${index}` },
    options: [],
    quantity: 99,
    unitPricePaisa: 100_000,
    linePaisa: 9_900_000,
    vatPaisa: 690_698,
    warrantyMonths: 0,
    units: Array.from({ length: 99 }, (_unit, unit) => `SN${index}X${'0'.repeat(60)}${unit}`),
  })),
  subtotalPaisa: 495_000_000,
  deliveryFeePaisa: 0,
  discountPaisa: 0,
  totalPaisa: 495_000_000,
  vatPaisa: 34_534_900,
  advancePaisa: 0,
  paymentMethod: 'bkash',
  state: 'delivered',
}

test('the longest order fills pages and loses nothing', () => {
  const pdf = makeInvoicePdf(long, 'bn')
  const texts = textsOf(pdf).join(' ')
  for (const index of [0, 49]) assert.ok(texts.includes(`SKU-${index}`))
  const pages = /\/Type \/Pages .*\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]
  assert.ok(Number(pages) > 10, `${pages} pages`)
  assert.ok(pdf.length < 2_000_000, `${pdf.length} bytes`)
  // Every unit of the last line, put together again from its pieces.
  const joined = texts.replaceAll(/[ ,]/g, '')
  for (const unit of long.lines[49]?.units ?? []) assert.ok(joined.includes(unit))
})

test('nothing is written over anything else, for every way to pay and in both languages', () => {
  for (const paymentMethod of paymentMethods) {
    for (const language of languages) {
      const invoice: Invoice = { ...long, paymentMethod, lines: long.lines.slice(0, 1), advancePaisa: 1_000_000 }
      assert.deepEqual(overlapsOf(makeInvoicePdf(invoice, language)), [], `${paymentMethod} ${language}`)
    }
  }
})

test('no glyph of the form is missing from the font', () => {
  const pdf = makeInvoicePdf(long, 'bn').toString('latin1')
  assert.doesNotMatch(pdf, /<0000> Tj/)
})

test('invoices wait for each other, and beyond the limit they are refused at once', async () => {
  const print = createPrinter(2)
  const invoice = { ...long, lines: long.lines.slice(0, 1) }
  const answers = await Promise.allSettled([print(invoice, 'bn'), print(invoice, 'bn'), print(invoice, 'bn')])
  assert.deepEqual(
    answers.map(({ status }) => status),
    ['fulfilled', 'fulfilled', 'rejected'],
  )
  assert.equal((await print(invoice, 'en')).subarray(0, 4).toString(), '%PDF')
})
