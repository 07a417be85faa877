import { useSyncExternalStore } from 'react'

/** What the api wants from the person before it does what was asked. */
export type Demand = 'sign_in' | 'step_up'

/** The person closed the dialog instead; the call is not repeated and nothing was done. */
export class Declined extends Error {
  constructor() {
    super('the person did not give what the api asked for')
    this.name = 'Declined'
  }
}

type Open = { demand: Demand; promise: Promise<void>; meet(): void; decline(): void }

let open: Open | null = null
const listeners = new Set<() => void>()

function set(next: Open | null): void {
  open = next
  for (const listener of listeners) listener()
}

/** Opens the dialog for it, once however many calls ask; resolves when met, rejects with Declined when closed. */
export function demandFromPerson(demand: Demand): Promise<void> {
  if (open?.demand === demand) return open.promise
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const end = (settle: () => void) => {
    set(null)
    settle()
  }
  set({ demand, promise, meet: () => end(resolve), decline: () => end(() => reject(new Declined())) })
  return promise
}

/** The demand whose dialog has to be shown, if any. */
export function useDemand(): Omit<Open, 'promise'> | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}
