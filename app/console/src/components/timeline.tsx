import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { Icon, type IconName } from './icon.tsx'
import { Time } from './time.tsx'

export type TimelineStep = {
  key: string
  title: string
  at: string
  /** Who did it, or why. */
  text?: ReactNode
  tone?: Tone
  icon?: IconName
}

/** What happened, newest or oldest first as given. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="timeline">
      {steps.map(({ key, title, at, text, tone = 'quiet', icon = 'check' }) => (
        <li key={key} className={`step step-${tone}`}>
          <Icon name={icon} />
          <div>
            <strong>{title}</strong>
            <Time at={at} isExact />
            {text && <div className="step-text">{text}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
