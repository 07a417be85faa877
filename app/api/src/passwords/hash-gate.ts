import { TooBusy } from '../errors.ts'

export type HashGateLimits = {
  /** Pieces of work that run at the same time. */
  atOnce: number
  /** Pieces that wait for their turn; one more is refused. */
  waitingMax: number
}

/** Lets so many pieces of work run and so many wait, first come first served. Throws TOO_BUSY to everybody else. */
export function createHashGate({ atOnce, waitingMax }: HashGateLimits) {
  let running = 0
  const waiting: (() => void)[] = []

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1
      return
    }
    if (waiting.length >= waitingMax) throw new TooBusy()
    // Whoever leaves hands the place over, so `running` does not change.
    await new Promise<void>((resolve) => waiting.push(resolve))
  }

  function leave(): void {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return async function run<T>(work: () => Promise<T>): Promise<T> {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
