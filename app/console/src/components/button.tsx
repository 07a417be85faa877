import type { ButtonHTMLAttributes } from 'react'
import { Link } from '../router/link.tsx'
import { Icon, type IconName } from './icon.tsx'

type Look = 'main' | 'quiet' | 'danger'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & {
  look?: Look
  icon?: IconName
  /** Something is on its way: the button stays focusable and does nothing when pressed. */
  isBusy?: boolean
}

/** A button. `main` at most once per view; `danger` for what cannot be undone. */
export function Button({ look = 'quiet', icon, isBusy = false, children, onClick, type = 'button', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button-${look}`}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
    >
      {isBusy ? <span className="spinner" aria-hidden="true" /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link to another page of the console that looks like a button. */
export function ButtonLink({
  to,
  look = 'quiet',
  icon,
  children,
}: {
  to: string
  look?: Look
  icon?: IconName
  children: React.ReactNode
}) {
  return (
    <Link to={to} className={`button button-${look}`}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}

/** Fetches a file of the api, like a CSV export; the browser saves it under the name the api gives. */
export function DownloadLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a className="button button-quiet" href={href} download>
      <Icon name="download" />
      {children}
    </a>
  )
}
