import { ApiAway, type CallOptions } from '@dhakacart/contract/client.ts'
import type { AnswerOf, Route } from '@dhakacart/contract/route.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { conflictOf } from '../components/conflict.ts'
import { say } from '../components/toasts.tsx'
import { currentWords } from '../words.ts'
import { callApi } from './call.ts'
import { Declined } from './demands.ts'
import { errorText } from './error-text.ts'

type WriteOptions<R extends Route> = {
  /** Said in a toast when it is done. */
  done?: string
  /** Beginnings of addresses whose kept answers are read again, like `/api/console/orders`. */
  refreshes?: readonly string[]
  onDone?: (answer: AnswerOf<R>) => void
  /** true: the caller shows the error itself, at the form or as a version conflict. */
  isQuiet?: boolean
}

export type Write<R extends Route> = {
  /** Sends it; null when it failed or was declined, which has been said or is in `error`. */
  run: (options?: CallOptions<R>) => Promise<AnswerOf<R> | null>
  isBusy: boolean
  error: unknown
  forget: () => void
}

/**
 * Sends a write of the contract. A second press while one is on its way does nothing; where the route takes an idempotency
 * key, a repetition after a lost answer carries the same one, so that it is done once. After a version conflict what is
 * shown is read again.
 */
export function useWrite<R extends Route>(route: R, options: WriteOptions<R> = {}): Write<R> {
  const queries = useQueryClient()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const busy = useRef(false)
  const unanswered = useRef<{ what: string; key: string } | null>(null)

  const refresh = () => Promise.all((options.refreshes ?? []).map((start) => dropBelow(queries, start)))
  const run = async (call: CallOptions<R> = {}): Promise<AnswerOf<R> | null> => {
    if (busy.current) return null
    busy.current = true
    setBusy(true)
    setError(null)
    const what = JSON.stringify([call.params, call.query, call.body])
    const key = unanswered.current?.what === what ? unanswered.current.key : crypto.randomUUID()
    unanswered.current = null
    try {
      // Only a route that promises to do it once may be repeated by the client, which goes by this header.
      const headers = route.schema.headers === undefined ? {} : { 'idempotency-key': key }
      const answer = await callApi(route, { ...call, headers: { ...headers, ...call.headers } })
      await refresh()
      if (options.done !== undefined) say('good', options.done)
      options.onDone?.(answer)
      return answer
    } catch (failure) {
      if (failure instanceof ApiAway) unanswered.current = { what, key }
      if (conflictOf(failure) !== null && !options.isQuiet) void refresh()
      setError(failure instanceof Declined ? null : failure)
      if (!options.isQuiet && !(failure instanceof Declined)) say('stop', errorText(currentWords(), failure))
      return null
    } finally {
      busy.current = false
      setBusy(false)
    }
  }
  return { run, isBusy, error, forget: () => setError(null) }
}

function dropBelow(queries: ReturnType<typeof useQueryClient>, start: string): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey: [url] }) => String(url).startsWith(start) })
}
