import { type ReactNode, useEffect, useRef } from 'react'

/** What an answer brings below what was filled in: on a phone it would stand where nobody looks, so it is moved into sight as it comes. */
export function Arrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Newer browsers answer with a promise, which React must not take for a clean-up.
    void place.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <div ref={place} className="arrival">
      {children}
    </div>
  )
}
