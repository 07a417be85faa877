import { packOrders, shipOrders } from '@dhakacart/contract/console-bulk.schema.ts'
import { type ConsoleOrderRow, type Courier, couriers } from '@dhakacart/contract/console-orders.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useState } from 'react'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SelectField } from '../../components/text-fields.tsx'
import { useWords } from '../../words.ts'

type Results = AnswerOf<typeof packOrders>['results']
type Props = { orders: readonly ConsoleOrderRow[]; onDone: () => void }

const refreshes = ['/api/console/orders', '/api/console/overview']

/** Packs or ships the chosen orders together; each succeeds or is refused on its own, and the refusals are listed. */
export function OrderBulk({ orders, onDone }: Props) {
  const { texts, number } = useWords()
  const { orders: words, general } = texts
  const [isShipping, setShipping] = useState(false)
  const [courier, setCourier] = useState<string>('pathao')
  // Where the list shows one state only, what was packed or shipped leaves it, and with it what is chosen.
  const [finished, setFinished] = useState<{ orders: typeof orders; results: Results } | null>(null)
  const finish = ({ results }: { results: Results }) => {
    setShipping(false)
    setFinished({ orders, results })
  }
  const pack = useWrite(packOrders, { refreshes, onDone: finish })
  const ship = useWrite(shipOrders, { refreshes, onDone: finish })
  const chosen = orders.map(({ id, version }) => ({ id, version }))
  if (finished !== null) return <ResultDialog {...finished} onClose={onDone} />
  if (orders.length === 0) return null
  return (
    <div className="bulk">
      <strong>{general.chosen(number(orders.length))}</strong>
      <Button icon="box" isBusy={pack.isBusy} onClick={() => void pack.run({ body: { orders: chosen } })}>
        {words.pack}
      </Button>
      <Button icon="truck" onClick={() => setShipping(true)}>
        {words.ship}
      </Button>
      {isShipping && (
        <Dialog
          title={words.shipMany(number(orders.length))}
          onClose={() => setShipping(false)}
          actions={
            <Button
              look="main"
              isBusy={ship.isBusy}
              onClick={() => void ship.run({ body: { orders: chosen, courier: courier as Courier } })}
            >
              {words.ship}
            </Button>
          }
        >
          <SelectField
            name="courier"
            label={words.courier}
            value={courier}
            onChange={setCourier}
            options={couriers.map((one) => ({ value: one, label: words.couriers[one] }))}
          />
        </Dialog>
      )}
    </div>
  )
}

type ResultProps = { orders: readonly ConsoleOrderRow[]; results: Results; onClose: () => void }

function ResultDialog({ orders, results, onClose }: ResultProps) {
  const { texts, number } = useWords()
  const { orders: words, errors } = texts
  const known: Readonly<Record<string, string>> = errors
  const refused = results.filter(({ code }) => code !== null)
  const nameOf = (id: number) => orders.find((order) => order.id === id)?.number ?? String(id)
  return (
    <Dialog title={words.bulkDone(number(results.length - refused.length), number(results.length))} onClose={onClose}>
      {refused.length === 0 ? (
        <p>{words.bulkAllDone}</p>
      ) : (
        <ul className="orders-refused">
          {refused.map(({ id, code }) => (
            <li key={id}>
              <strong>{nameOf(id)}</strong> {known[code ?? ''] ?? errors.GENERAL}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
