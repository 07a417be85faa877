import type { ReactNode } from 'react'

/** A box of a page with a heading. */
export function Panel({ title, actions, children }: { title?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel">
      {title && (
        <header className="panel-head">
          <h2>{title}</h2>
          {actions && <div className="actions">{actions}</div>}
        </header>
      )}
      {children}
    </section>
  )
}

/** Named values of one thing. Facts without a value are left out. */
export function Facts({ facts }: { facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

type FigureProps = { label: ReactNode; value: ReactNode; text?: ReactNode; tone?: 'good' | 'warn' | 'stop' }

/** One number that matters, large. */
export function Figure({ label, value, text, tone }: FigureProps) {
  return (
    <div className={tone ? `figure figure-${tone}` : 'figure'}>
      <p className="figure-label">{label}</p>
      <p className="figure-value">{value}</p>
      {text && <p className="figure-text">{text}</p>}
    </div>
  )
}
