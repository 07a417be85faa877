import { company } from '@dhakacart/contract/company.ts'
import { formatDateTime } from '@dhakacart/contract/dates.ts'
import { invoiceTexts } from '@dhakacart/contract/invoice-texts.ts'
import type { Invoice, InvoiceLine } from '@dhakacart/contract/invoices.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'

type Props = { shop: Shop; invoice: Invoice; token: string }

/** The invoice as it is printed: who sold what to whom, the VAT in it, the very units, the warranty. */
export function InvoiceView({ shop, invoice, token }: Props) {
  const texts = invoiceTexts[shop.language]
  const { customer } = invoice
  return (
    <div className="width invoice-page">
      <p className="invoice-actions no-print">
        <a href={links.order(shop.language, token)}>{shop.texts.order.backToOrder}</a>
        <a className="button button-small" href={links.invoicePdf(shop.language, token)}>
          {shop.texts.order.invoicePdf}
        </a>
      </p>
      <article className="panel invoice">
        <header className="invoice-head">
          <p className="invoice-shop">{shop.pick(company.name)}</p>
          <h1>{texts.title}</h1>
        </header>
        <div className="invoice-parties">
          <section>
            <h2>{texts.seller}</h2>
            <p>
              {shop.pick(company.name)}
              <br />
              {shop.pick(company.address)}
              <br />
              {texts.bin}: {company.bin}
            </p>
          </section>
          <section>
            <h2>{texts.title}</h2>
            <p>
              {texts.number}: <strong>{invoice.number}</strong>
              <br />
              {texts.date}: {formatDateTime(invoice.issuedAt, shop.language)}
            </p>
          </section>
          <section>
            <h2>{texts.buyer}</h2>
            <p>
              {customer.name}
              <br />
              <span className="as-typed">{shop.pick(customer.address)}</span>
              <br />
              {texts.phone}: {shop.digits(formatPhone(customer.phone))}
            </p>
          </section>
        </div>
        <Lines shop={shop} lines={invoice.lines} />
        <Amounts shop={shop} invoice={invoice} />
        {texts.terms.map((term) => (
          <p key={term} className="hint">
            {term}
          </p>
        ))}
      </article>
    </div>
  )
}

function Lines({ shop, lines }: { shop: Shop; lines: readonly InvoiceLine[] }) {
  const { columns } = invoiceTexts[shop.language]
  return (
    <table className="invoice-lines">
      <thead>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.quantity}</th>
          <th scope="col">{columns.price}</th>
          <th scope="col">{columns.vat}</th>
          <th scope="col">{columns.amount}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.sku}>
            <th scope="row">
              {shop.pick(line.name)}
              <Details shop={shop} line={line} />
            </th>
            <td data-label={columns.quantity}>{shop.number(line.quantity)}</td>
            <td data-label={columns.price}>{shop.money(line.unitPricePaisa)}</td>
            <td data-label={columns.vat}>{shop.money(line.vatPaisa)}</td>
            <td data-label={columns.amount}>{shop.money(line.linePaisa)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Details({ shop, line }: { shop: Shop; line: InvoiceLine }) {
  const texts = invoiceTexts[shop.language]
  const options = line.options.map(({ name, label }) => `${shop.pick(name)}: ${shop.pick(label)}`)
  return (
    <small>
      {[...options, `${texts.sku}: ${line.sku}`].join(' · ')}
      <br />
      {line.warrantyMonths === 0 ? texts.noWarranty : texts.warranty(line.warrantyMonths)}
      {line.units.length > 0 && (
        <>
          <br />
          {texts.units}: {line.units.join(', ')}
        </>
      )}
    </small>
  )
}

function Amounts({ shop, invoice }: { shop: Shop; invoice: Invoice }) {
  const texts = invoiceTexts[shop.language]
  const { discountPaisa, advancePaisa, totalPaisa, paymentMethod } = invoice
  const isCash = paymentMethod === 'cash_on_delivery'
  const rows: [label: string, amount: string, className?: string][] = [
    [texts.subtotal, shop.money(invoice.subtotalPaisa)],
    [texts.delivery, shop.money(invoice.deliveryFeePaisa)],
    ...(discountPaisa > 0 ? [[texts.discount, shop.money(-discountPaisa)] as [string, string]] : []),
    [texts.total, shop.money(totalPaisa), 'amounts-total'],
    [texts.vatIncluded, shop.money(invoice.vatPaisa)],
    ...(isCash && advancePaisa > 0 ? [[texts.advance, shop.money(advancePaisa)] as [string, string]] : []),
    ...(isCash ? [[texts.due, shop.money(totalPaisa - advancePaisa)] as [string, string]] : []),
    [texts.payment, texts.methods[paymentMethod]],
  ]
  return (
    <dl className="amounts invoice-amounts">
      {rows.map(([label, amount, className]) => (
        <div key={label} className={className}>
          <dt>{label}</dt>
          <dd>{amount}</dd>
        </div>
      ))}
    </dl>
  )
}
