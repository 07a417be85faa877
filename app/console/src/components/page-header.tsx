import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from '../router/link.tsx'
import { takeTitleFocus } from '../router/location.ts'
import { useWords } from '../words.ts'
import { Icon } from './icon.tsx'

type Props = {
  title: string
  /** The list this page belongs to. */
  back?: { to: string; label: string }
  /** Beside the title: badges of a state. */
  marks?: ReactNode
  /** Buttons for what can be done here. */
  actions?: ReactNode
  /** One sentence on what the page is for, where the title does not say it. */
  text?: string
}

/** The head of every page: sets the window's title, and takes the focus when the page is opened from another. */
export function PageHeader({ title, back, marks, actions, text }: Props) {
  const { texts } = useWords()
  useEffect(() => {
    document.title = `${title} · ${texts.layout.product}`
  }, [title, texts])
  // The keyboard and screen readers go on here after a change of page.
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takeTitleFocus()) heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <header className="page-header">
      {back && (
        <Link className="back" to={back.to}>
          <Icon name="chevron-left" />
          {back.label}
        </Link>
      )}
      <div className="page-header-row">
        <h1 ref={heading} id="page-title" tabIndex={-1}>
          {title}
        </h1>
        {marks}
        {actions && <div className="actions">{actions}</div>}
      </div>
      {text && <p className="page-text">{text}</p>}
    </header>
  )
}
