import type { AnchorHTMLAttributes, MouseEvent } from 'react'
import { base, navigate } from './location.ts'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** Path below /console. */
  to: string
}

/** A real link: middle click, copy and open in a new tab work as everywhere. */
export function Link({ to, onClick, ...rest }: Props) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain) return
    event.preventDefault()
    navigate(to)
  }
  return <a {...rest} href={base + to} onClick={follow} />
}
