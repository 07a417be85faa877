import {
  type BookableOrder,
  type BookingCourier,
  type PriceGap,
  priceGaps,
  readParcelPrices,
} from '@dhakacart/contract/console-couriers.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../components/button.tsx'
import { Notice } from '../../components/states.tsx'
import { Link } from '../../router/link.tsx'
import { useWords } from '../../words.ts'

type Props = { courier: BookingCourier; orders: readonly BookableOrder[]; weightGrams: number }
type Prices = AnswerOf<typeof readParcelPrices>['prices']

/** Numbers of orders that are named; of more only how many. */
const namedMax = 5

/** What the courier says the chosen parcels cost, as far as it says. Booking waits for none of it. */
export function ParcelPrices({ courier, orders, weightGrams }: Props) {
  const { texts } = useWords()
  const words = texts.couriers.prices
  const name = texts.couriers.names[courier]
  const read = useRead(readParcelPrices, { query: { courier, weightGrams, id: orders.map(({ id }) => id) } })
  const askAgain = (label: string) => (
    <Button isBusy={read.isFetching} onClick={() => void read.refetch()}>
      {label}
    </Button>
  )
  return (
    <section className="couriers-prices" aria-label={words.title} aria-live="polite">
      <h3>{words.title}</h3>
      {read.data === undefined && !read.isError && <p role="status">{words.asking(name)}</p>}
      {read.data === undefined && read.isError && (
        <Notice tone="warn">
          <div className="couriers-gap">
            <p>{words.failed}</p>
            {askAgain(words.again)}
          </div>
        </Notice>
      )}
      {read.data !== undefined && (
        <>
          <Sum prices={read.data.prices} />
          <Gaps prices={read.data.prices} orders={orders} courierName={name} askAgain={askAgain} />
        </>
      )}
    </section>
  )
}

function Sum({ prices }: { prices: Prices }) {
  const { texts, money, number } = useWords()
  const words = texts.couriers.prices
  const known = prices.filter(({ deliveryPaisa }) => deliveryPaisa !== null)
  if (known.length === 0) return null
  const deliveryPaisa = known.reduce((sum, one) => sum + (one.deliveryPaisa ?? 0), 0)
  const collectionPaisa = known.reduce((sum, one) => sum + (one.collectionPaisa ?? 0), 0)
  return (
    <dl className="couriers-sum">
      <dt>{words.delivery}</dt>
      <dd>{money(deliveryPaisa)}</dd>
      <dt>{words.collection}</dt>
      <dd>{money(collectionPaisa)}</dd>
      <dt>{known.length === prices.length ? words.sum : words.sumOf(number(known.length), number(prices.length))}</dt>
      <dd>{money(deliveryPaisa + collectionPaisa)}</dd>
    </dl>
  )
}

type GapsProps = {
  prices: Prices
  orders: readonly BookableOrder[]
  courierName: string
  askAgain: (label: string) => React.ReactNode
}

function Gaps({ prices, orders, courierName, askAgain }: GapsProps) {
  const { texts, number } = useWords()
  const words = texts.couriers.prices
  const gaps = priceGaps.flatMap((why) => {
    const ids = prices.filter((price) => price.why === why).map(({ orderId }) => orderId)
    return ids.length === 0
      ? []
      : [{ why, numbers: orders.filter(({ id }) => ids.includes(id)).map((one) => one.number) }]
  })
  return gaps.map(({ why, numbers }) => (
    <Notice key={why} tone={tones[why]}>
      <div className="couriers-gap">
        <p>{words.gaps[why](courierName)}</p>
        {why !== 'by_contract' && numbers.length < orders.length && (
          <p>{numbers.length > namedMax ? words.parcels(number(numbers.length)) : numbers.join(', ')}</p>
        )}
        {why === 'place_unknown' && <Link to="/couriers?tab=places&match=unmatched">{words.decide}</Link>}
        {why === 'no_answer' && askAgain(words.again)}
        {why === 'not_asked' && askAgain(words.rest)}
      </div>
    </Notice>
  ))
}

const tones = {
  by_contract: 'info',
  place_unknown: 'warn',
  no_answer: 'warn',
  not_asked: 'info',
  order_unknown: 'warn',
} as const satisfies Record<PriceGap, 'info' | 'warn'>
