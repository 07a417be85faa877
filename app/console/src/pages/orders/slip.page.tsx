import { type PackingSlip, printPackingSlip } from '@dhakacart/contract/packing-slip.schema.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import type { PageProps } from '../../routes.tsx'
import { useWords } from '../../words.ts'

/** The paper in the parcel. Asking for it is written down, so it is asked for by a button, not by opening the page. */
export default function SlipPage({ params }: PageProps) {
  const { orders } = useWords().texts
  const id = Number(params['id'])
  const [slip, setSlip] = useState<PackingSlip | null>(null)
  const load = useWrite(printPackingSlip, { onDone: setSlip })
  return (
    <>
      <PageHeader
        title={orders.slip}
        back={{ to: `/orders/${id}`, label: orders.one }}
        text={slip === null ? orders.slipText : ''}
        actions={
          slip === null ? (
            <Button look="main" isBusy={load.isBusy} onClick={() => void load.run({ params: { id } })}>
              {orders.slipShow}
            </Button>
          ) : (
            <Button look="main" icon="print" onClick={() => window.print()}>
              {orders.slipPrint}
            </Button>
          )
        }
      />
      {slip !== null && <Slip slip={slip} />}
    </>
  )
}

function Slip({ slip }: { slip: PackingSlip }) {
  const { texts, money, number, digits, pick, dateTime } = useWords()
  const { orders } = texts
  const { address } = slip
  return (
    <article className="order-slip">
      <header>
        <h2>DhakaCart {slip.number}</h2>
        <p>{dateTime(slip.placedAt)}</p>
      </header>
      <section>
        <p>
          <strong>{slip.customerName}</strong>
        </p>
        <p>{digits(slip.customerPhone)}</p>
        <p>{address.street}</p>
        <p>{[address.upazila, address.district, address.division].map(pick).join(', ')}</p>
        {slip.deliveryNote && <p>{slip.deliveryNote}</p>}
      </section>
      <table>
        <thead>
          <tr>
            <th scope="col">{orders.products}</th>
            <th scope="col">{orders.items}</th>
            <th scope="col">{orders.amount}</th>
          </tr>
        </thead>
        <tbody>
          {slip.lines.map((line) => (
            <tr key={line.variantId}>
              <td>
                {pick(line.name)} ({line.sku})
                {line.units.length > 0 && <span className="code-text"> {line.units.join(', ')}</span>}
              </td>
              <td>{number(line.quantity)}</td>
              <td>{money(line.linePaisa)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {orders.total}: <strong>{money(slip.totalPaisa)}</strong>
      </p>
      <p className="order-collect">
        {orders.collect}: <strong>{money(slip.collectPaisa)}</strong>
      </p>
    </article>
  )
}
