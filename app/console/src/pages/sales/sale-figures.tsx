import { getSaleFigures, type Sale } from '@dhakacart/contract/console-sales.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { Figure, Panel } from '../../components/facts.tsx'
import { Loaded } from '../../components/states.tsx'
import { useWords } from '../../words.ts'

/** While a sale runs its figures are asked for as often as somebody can follow them. */
const refreshMs = 3_000

/** What of a sale is held, sold and left, for all of it and for each variant. */
export function SaleFiguresPanel({ sale }: { sale: Sale }) {
  const { texts, number, money, pick } = useWords()
  const { sales } = texts
  const read = useRead(getSaleFigures, {
    params: { saleId: sale.id },
    ...(sale.phase === 'running' && { refreshEveryMs: refreshMs }),
  })
  const nameOf = new Map(sale.lines.map((line) => [line.variantId, line]))
  return (
    <Panel title={sales.figures}>
      <Loaded read={read}>
        {({ lines, orders }) => {
          const sum = (of: (line: (typeof lines)[number]) => number) => lines.reduce((all, line) => all + of(line), 0)
          return (
            <div className="stack">
              <div className="figures">
                <Figure
                  label={sales.sold}
                  value={number(sum((line) => line.sold))}
                  text={sales.inOrders(number(orders))}
                />
                <Figure label={sales.held} value={number(sum((line) => line.held))} text={sales.heldText} />
                <Figure label={sales.left} value={number(sum((line) => line.left))} />
                <Figure label={sales.revenue} value={money(sum((line) => line.soldPaisa))} />
              </div>
              <div className="table-frame">
                <table className="table" aria-label={sales.figures}>
                  <thead>
                    <tr>
                      <th scope="col">{sales.variant}</th>
                      <th scope="col" className="number">
                        {sales.sold}
                      </th>
                      <th scope="col" className="number">
                        {sales.held}
                      </th>
                      <th scope="col" className="number">
                        {sales.left}
                      </th>
                      <th scope="col" className="number">
                        {sales.revenue}
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {lines.map((line) => {
                      const known = nameOf.get(line.variantId)
                      return (
                        <tr key={line.variantId}>
                          <td className="main" data-label={sales.variant}>
                            {known === undefined ? line.variantId : pick(known.name)}{' '}
                            <span className="muted small">{known?.sku}</span>
                            {sale.phase === 'running' && known !== undefined && known.available < line.left && (
                              <Badge tone="warn">{sales.inStock(number(known.available))}</Badge>
                            )}
                          </td>
                          <td className="number" data-label={sales.sold}>
                            {number(line.sold)}
                          </td>
                          <td className="number" data-label={sales.held}>
                            {number(line.held)}
                          </td>
                          <td className="number" data-label={sales.left}>
                            {sales.leftOf(number(line.left), number(line.allotment))}
                          </td>
                          <td className="number" data-label={sales.revenue}>
                            {money(line.soldPaisa)}
                          </td>
                        </tr>
                      )
                    })}
                  </tbody>
                </table>
              </div>
            </div>
          )
        }}
      </Loaded>
    </Panel>
  )
}
