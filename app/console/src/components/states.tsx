import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { errorText } from '../api/error-text.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

/** Grey bars where the content will stand; read out as "Loading". */
export function Loading({ lines = 4 }: { lines?: number }) {
  const { texts } = useWords()
  return (
    <div className="loading" role="status">
      <span className="unseen">{texts.general.loading}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} className="loading-line" />
      ))}
    </div>
  )
}

/** Nothing to show, and what to do about it. */
export function Empty({ title, text, icon = 'box', children }: EmptyProps) {
  return (
    <div className="empty">
      <Icon name={icon} />
      <p>
        <strong>{title}</strong>
      </p>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
type EmptyProps = { title: string; text?: string; icon?: IconName; children?: ReactNode }

/** What went wrong, in the person's language, with a way to try again. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const words = useWords()
  return (
    <div className="notice notice-stop" role="alert">
      <Icon name="alert" />
      <p>{errorText(words, error)}</p>
      {onRetry && <Button onClick={onRetry}>{words.texts.general.tryAgain}</Button>}
    </div>
  )
}

/** A highlighted sentence that belongs to the page. */
export function Notice({ tone = 'info', children }: { tone?: 'info' | 'good' | 'warn' | 'stop'; children: ReactNode }) {
  return (
    <div className={`notice notice-${tone}`}>
      <Icon name={tone === 'good' ? 'check' : tone === 'info' ? 'help' : 'alert'} />
      <div>{children}</div>
    </div>
  )
}

/** Shows what was read: loading, then the error or the content. An answer that is already there stays during a new reading. */
export function Loaded<T>({ read, children }: { read: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (read.data !== undefined) {
    return (
      <>
        {read.isError && <Problem error={read.error} onRetry={() => void read.refetch()} />}
        {children(read.data)}
      </>
    )
  }
  if (read.isError) return <Problem error={read.error} onRetry={() => void read.refetch()} />
  return <Loading />
}
