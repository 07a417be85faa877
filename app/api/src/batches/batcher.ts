import { isDatabaseAway } from '@dhakacart/database/transaction.ts'
import { TooBusy } from '../errors.ts'

/** What became of one item of a batch; the others have theirs. */
export type Outcome<Result> = { value: Result } | { error: unknown }

export type BatchSettings<Item, Result> = {
  /** Does all items together and answers each, in their order. What it throws rejects all: nothing of the batch was done. */
  run: (items: readonly Item[]) => Promise<readonly Outcome<Result>[]>
  /** Items with the same key never share a batch: the later one sees what the earlier one did. */
  keyOf?: (item: Item) => string
  /** Most items in one batch. */
  maxSize: number
  /** Most items waiting for a batch; one more gets TOO_BUSY at once. */
  maxWaiting: number
  /** Batches under way at once. With one, items are done strictly in the order they came. */
  maxInFlight: number
  /** Items that must wait before a batch begins beside another: small ones cost more than they hasten. 1 when absent. */
  besideFrom?: number
  /** Hears of the size of every batch, for metrics. */
  onBatch?: (size: number) => void
}

type Waiting<Item, Result> = { item: Item; resolve: (result: Result) => void; reject: (error: unknown) => void }

/**
 * Gathers what arrives while the previous batch is under way and does it together, so one transaction serves many requests
 * when there are many. There is no timer: whoever finds nobody under way starts at once, so light load never waits, and a
 * busy process waits at most for the batches before its own.
 */
export function createBatcher<Item, Result>(settings: BatchSettings<Item, Result>) {
  const { keyOf, maxSize, maxWaiting, maxInFlight, besideFrom = 1 } = settings
  let waiting: Waiting<Item, Result>[] = []
  let inFlight = 0
  let isScheduled = false

  function submit(item: Item): Promise<Result> {
    if (waiting.length >= maxWaiting) return Promise.reject(new TooBusy())
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    waiting.push({ item, resolve, reject })
    schedule()
    return promise
  }

  /** Requests that were read from their sockets in the same turn of the event loop go together. */
  function schedule(): void {
    if (isScheduled || !mayStart()) return
    isScheduled = true
    setImmediate(() => {
      isScheduled = false
      if (mayStart()) void start(takeBatch())
      schedule()
    })
  }

  function mayStart(): boolean {
    return inFlight < maxInFlight && waiting.length >= (inFlight === 0 ? 1 : besideFrom)
  }

  function takeBatch(): Waiting<Item, Result>[] {
    if (keyOf === undefined) return waiting.splice(0, maxSize)
    const keys = new Set<string>()
    const batch: Waiting<Item, Result>[] = []
    const later: Waiting<Item, Result>[] = []
    for (const one of waiting) {
      const key = keyOf(one.item)
      const isFree = batch.length < maxSize && !keys.has(key)
      keys.add(key)
      ;(isFree ? batch : later).push(one)
    }
    waiting = later
    return batch
  }

  async function start(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    inFlight++
    settings.onBatch?.(batch.length)
    try {
      await answer(batch)
    } finally {
      inFlight--
      schedule()
    }
  }

  async function answer(batch: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const outcomes = await settings.run(batch.map(({ item }) => item))
      for (const [index, one] of batch.entries()) settle(one, outcomes[index])
    } catch (error) {
      // One bad item must not spoil the others: each alone shows whose fault it was. Without a database nobody would get through.
      if (batch.length === 1 || isDatabaseAway(error)) for (const one of batch) one.reject(error)
      else for (const one of batch) await answer([one])
    }
  }

  return { submit, waitingCount: () => waiting.length }
}

function settle<Item, Result>(one: Waiting<Item, Result>, outcome: Outcome<Result> | undefined): void {
  if (outcome === undefined) one.reject(new Error('a batch left an item without an answer'))
  else if ('error' in outcome) one.reject(outcome.error)
  else one.resolve(outcome.value)
}

/** The value of an outcome; throws its error. */
export function unwrap<Result>(outcome: Outcome<Result> | undefined): Result {
  if (outcome === undefined) throw new Error('a batch left an item without an answer')
  if ('error' in outcome) throw outcome.error
  return outcome.value
}
