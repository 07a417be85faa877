import { company } from '@dhakacart/contract/company.ts'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import { formatNumber, toBanglaDigits } from '@dhakacart/contract/digits.ts'
import { invoiceTexts } from '@dhakacart/contract/invoice-texts.ts'
import type { Invoice, InvoiceLine } from '@dhakacart/contract/invoices.schema.ts'
import type { Language } from '@dhakacart/contract/language.ts'
import { formatTaka } from '@dhakacart/contract/money.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { type FontName, PdfDocument, pageSize } from './pdf-document.ts'
import { openFont, type ShapedFont } from './shaped-font.ts'

const margin = 42
const right = pageSize.width - margin
/** Where the columns of numbers end, from the left edge of the paper. */
const columns = { quantity: 340, price: 408, vat: 474, amount: right }
const itemWidth = 252
const bottom = pageSize.height - 60

const sizes = { shop: 18, title: 15, text: 9, small: 8 }
/** Bangla needs room above its line and below: vowel signs stand there. */
const leading = 1.5

let fonts: Record<FontName, ShapedFont> | undefined

/** The invoice as a PDF of A4 pages. The same invoice gives the same bytes. Takes some ten milliseconds of one core. */
export function makeInvoicePdf(invoice: Invoice, language: Language): Buffer {
  fonts ??= {
    regular: openFont(new URL('fonts/NotoSansBengali-Regular.ttf', import.meta.url)),
    bold: openFont(new URL('fonts/NotoSansBengali-Bold.ttf', import.meta.url)),
  }
  const texts = invoiceTexts[language]
  const pdf = new PdfDocument(fonts, `${texts.title} ${invoice.number}`, language)
  const sheet = new Sheet(pdf, fonts)
  const write = new InvoiceWriter(sheet, invoice, language)
  write.head()
  write.lines()
  write.totals()
  write.terms()
  return pdf.toBytes()
}

type Align = 'left' | 'right'

/** Paper with a place to write next. */
class Sheet {
  y = margin
  readonly #pdf: PdfDocument
  readonly #fonts: Record<FontName, ShapedFont>

  constructor(pdf: PdfDocument, fonts: Record<FontName, ShapedFont>) {
    this.#pdf = pdf
    this.#fonts = fonts
    pdf.addPage()
  }

  put(
    text: string,
    x: number,
    { size = sizes.text, font = 'regular', align = 'left' }: { size?: number; font?: FontName; align?: Align } = {},
  ): void {
    const shaped = this.#fonts[font].shape(text)
    const width = (shaped.width * size) / 1_000
    this.#pdf.text(font, shaped, text, size, align === 'right' ? x - width : x, this.y + size)
  }

  /** In points, at the size of running text. */
  widthOf(text: string, font: FontName): number {
    return (this.#fonts[font].shape(text).width * sizes.text) / 1_000
  }

  /** Breaks a text at its spaces, and a word that is wider than the column anywhere. */
  wrap(text: string, width: number, size: number = sizes.text, font: FontName = 'regular'): string[] {
    const shaper = this.#fonts[font]
    const measure = (part: string) => (shaper.shape(part).width * size) / 1_000
    const space = measure(' ')
    const lines: { text: string; width: number }[] = []
    for (const word of text.split(/\s+/).flatMap((whole) => breakWord(whole, width, measure))) {
      const wordWidth = measure(word)
      const line = lines.at(-1)
      if (line !== undefined && line.width + space + wordWidth <= width) {
        line.text += ` ${word}`
        line.width += space + wordWidth
      } else lines.push({ text: word, width: wordWidth })
    }
    return lines.map((line) => line.text)
  }

  paragraph(text: string, x: number, width: number, size: number = sizes.text, font: FontName = 'regular'): void {
    for (const line of this.wrap(text, width, size, font)) {
      this.makeRoom(size * leading)
      this.put(line, x, { size, font })
      this.y += size * leading
    }
  }

  rule(): void {
    this.#pdf.line(margin, right, this.y)
    this.y += 5
  }

  shade(height: number): void {
    this.#pdf.box(margin, this.y - 2, right - margin, height)
  }

  makeRoom(height: number): void {
    if (this.y + height <= bottom) return
    this.#pdf.addPage()
    this.y = margin
  }

  get pageCount(): number {
    return this.#pdf.pageCount
  }
}

/** A word in pieces that fit, cut between what people see as letters, so that no conjunct is torn. */
function breakWord(word: string, width: number, measure: (text: string) => number): string[] {
  if (measure(word) <= width) return [word]
  const pieces: string[] = ['']
  for (const { segment } of new Intl.Segmenter().segment(word)) {
    const longer = `${pieces.at(-1)}${segment}`
    if (measure(longer) <= width) pieces[pieces.length - 1] = longer
    else pieces.push(segment)
  }
  return pieces
}

class InvoiceWriter {
  readonly #sheet: Sheet
  readonly #invoice: Invoice
  readonly #language: Language

  constructor(sheet: Sheet, invoice: Invoice, language: Language) {
    this.#sheet = sheet
    this.#invoice = invoice
    this.#language = language
  }

  get #texts() {
    return invoiceTexts[this.#language]
  }

  #taka(paisa: number): string {
    return formatTaka(paisa, this.#language)
  }

  /** Phone numbers are read aloud and dialled: in the digits of the language, as the shop shows them. */
  #phone(e164: string): string {
    const phone = formatPhone(e164)
    return this.#language === 'bn' ? toBanglaDigits(phone) : phone
  }

  head(): void {
    const sheet = this.#sheet
    const texts = this.#texts
    const { customer, number, issuedAt } = this.#invoice
    sheet.put(company.name[this.#language], margin, { size: sizes.shop, font: 'bold' })
    sheet.put(texts.title, right, { size: sizes.title, font: 'bold', align: 'right' })
    sheet.y += sizes.shop * leading + 4
    sheet.rule()
    const top = sheet.y
    const half = (right - margin) / 2 - 12
    const { name, address, bin } = company
    const seller = [name[this.#language], address[this.#language], `${texts.bin}: ${bin}`]
    this.#block(texts.seller, seller, margin, half)
    const afterSeller = sheet.y
    sheet.y = top
    const facts = [`${texts.number}: ${number}`, `${texts.date}: ${formatDateTime(issuedAt, this.#language)}`]
    this.#block(texts.title, facts, margin + half + 24, half)
    sheet.y = Math.max(afterSeller, sheet.y) + 4
    const buyer = [customer.name, customer.address[this.#language], `${texts.phone}: ${this.#phone(customer.phone)}`]
    this.#block(texts.buyer, buyer, margin, right - margin)
    sheet.y += 6
  }

  #block(title: string, lines: readonly string[], x: number, width: number): void {
    const sheet = this.#sheet
    sheet.put(title, x, { size: sizes.small, font: 'bold' })
    sheet.y += sizes.small * leading + 1
    for (const line of lines) sheet.paragraph(line, x, width)
  }

  lines(): void {
    const sheet = this.#sheet
    this.#columnTitles()
    for (const line of this.#invoice.lines) {
      const details = this.#details(line)
      const name = sheet.wrap(line.name[this.#language], itemWidth, sizes.text, 'bold')
      const pages = sheet.pageCount
      sheet.makeRoom((name.length + Math.min(details.length, 4)) * sizes.text * leading + 8)
      if (sheet.pageCount > pages) this.#columnTitles()
      this.#numbers(line)
      for (const part of name) {
        sheet.put(part, margin + 4, { font: 'bold' })
        sheet.y += sizes.text * leading
      }
      for (const detail of details) sheet.paragraph(detail, margin + 4, itemWidth, sizes.small)
      sheet.y += 3
      sheet.rule()
    }
  }

  #columnTitles(): void {
    const sheet = this.#sheet
    const { columns: titles } = this.#texts
    sheet.shade(sizes.small * leading + 4)
    sheet.put(titles.item, margin + 4, { size: sizes.small, font: 'bold' })
    for (const column of ['quantity', 'price', 'vat', 'amount'] as const) {
      const x = column === 'amount' ? columns.amount - 4 : columns[column]
      sheet.put(titles[column], x, { size: sizes.small, font: 'bold', align: 'right' })
    }
    sheet.y += sizes.small * leading + 6
  }

  #numbers({ quantity, unitPricePaisa, vatPaisa, linePaisa }: InvoiceLine): void {
    const sheet = this.#sheet
    sheet.put(formatNumber(quantity, this.#language), columns.quantity, { align: 'right' })
    sheet.put(this.#taka(unitPricePaisa), columns.price, { align: 'right' })
    sheet.put(this.#taka(vatPaisa), columns.vat, { align: 'right' })
    sheet.put(this.#taka(linePaisa), columns.amount - 4, { align: 'right' })
  }

  #details({ sku, options, warrantyMonths, units }: InvoiceLine): string[] {
    const texts = this.#texts
    const chosen = options.map(({ name, label }) => `${name[this.#language]}: ${label[this.#language]}`)
    return [
      [...chosen, `${texts.sku}: ${sku}`].join(' · '),
      warrantyMonths === 0 ? texts.noWarranty : texts.warranty(warrantyMonths),
      // Serial numbers stay as they stand on the box, so that they can be compared.
      ...(units.length === 0 ? [] : [`${texts.units}: ${units.join(', ')}`]),
    ]
  }

  totals(): void {
    const sheet = this.#sheet
    const texts = this.#texts
    const invoice = this.#invoice
    sheet.makeRoom(8 * sizes.text * leading)
    const { subtotalPaisa, deliveryFeePaisa, discountPaisa, totalPaisa, vatPaisa, advancePaisa, paymentMethod } =
      invoice
    const isCash = paymentMethod === 'cash_on_delivery'
    const rows: [label: string, amount: string, font?: FontName][] = [
      [texts.subtotal, this.#taka(subtotalPaisa)],
      [texts.delivery, this.#taka(deliveryFeePaisa)],
      ...(discountPaisa > 0 ? ([[texts.discount, `-${this.#taka(discountPaisa)}`]] as const) : []),
      [texts.total, this.#taka(totalPaisa), 'bold'],
      [texts.vatIncluded, this.#taka(vatPaisa)],
      ...(isCash && advancePaisa > 0 ? ([[texts.advance, this.#taka(advancePaisa)]] as const) : []),
      ...(isCash ? ([[texts.due, this.#taka(totalPaisa - advancePaisa), 'bold']] as const) : []),
      [texts.payment, texts.methods[paymentMethod]],
    ].map(
      ([label = '', amount = '', font]) => [label, amount, font as FontName | undefined] as [string, string, FontName?],
    )
    for (const [label, amount, font = 'regular'] of rows) {
      const end = columns.amount - 4
      // The way to pay is longer than any amount; its name makes room for it.
      const beside = end - sheet.widthOf(amount, font) - 12
      sheet.put(label, Math.min(columns.vat, beside), { font, align: 'right' })
      sheet.put(amount, end, { font, align: 'right' })
      sheet.y += sizes.text * leading + 1
    }
    sheet.y += 10
  }

  terms(): void {
    for (const term of this.#texts.terms) this.#sheet.paragraph(term, margin, right - margin, sizes.small)
  }
}
