import type { ReactNode } from 'react'

type Window = { startsAt: string; endsAt: string; state: 'upcoming' | 'running' | 'sold_out' }

type Props = {
  sale: Window
  className?: string
  /** What holds before the sale and after it. */
  outside?: ReactNode
  /** What holds while it runs. */
  inside: ReactNode
  /** Only before it, in place of `outside`. */
  ahead?: ReactNode
}

/**
 * What a sale switches. All sides lie on the same place, so nothing moves when the clock of the shop shows another one
 * (browser/sale-clock.ts); without a script the page shows the one that held when it was made.
 */
export function SaleSwitch({ sale, className, outside, inside, ahead }: Props) {
  return (
    <div
      className={className === undefined ? 'switch' : `switch ${className}`}
      data-starts={Date.parse(sale.startsAt)}
      data-ends={Date.parse(sale.endsAt)}
      data-phase={sale.state === 'running' ? 'during' : 'before'}
    >
      {ahead !== undefined && sale.state === 'upcoming' && <div data-on="before">{ahead}</div>}
      {outside !== undefined && (
        <div data-on={ahead === undefined || sale.state !== 'upcoming' ? 'before after' : 'after'}>{outside}</div>
      )}
      <div data-on="during">{inside}</div>
    </div>
  )
}

/** How long it is until a sale starts or ends. Only a script can count; it keeps its room until that begins. */
export function Countdown({ until, at }: { until: 'starts' | 'ends'; at: string }) {
  return <time className="countdown" dateTime={at} data-until={until} />
}
