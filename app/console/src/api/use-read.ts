import type { CallOptions } from '@dhakacart/contract/client.ts'
import type { AnswerOf, Route } from '@dhakacart/contract/route.ts'
import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query'
import { callApi } from './call.ts'

type ReadOptions<R extends Route> = Pick<CallOptions<R>, 'params' | 'query'> & {
  /** Ask again while the page is open and visible. */
  refreshEveryMs?: number
  /** Keep showing the last answer while one with other parameters is on its way: for lists, not for details. */
  keepsPrevious?: boolean
  isEnabled?: boolean
}

/** The key under which an answer is kept: the address first, so that a write can drop everything below one. */
export function readKey(url: string, params: unknown = {}, query: unknown = {}): readonly unknown[] {
  return [url, params, query]
}

/** Reads a GET route of the contract and keeps the answer; `data` is undefined until it came, `error` says why it did not. */
export function useRead<R extends Route>(route: R, options: ReadOptions<R> = {}): UseQueryResult<AnswerOf<R>> {
  const { params, query, refreshEveryMs, keepsPrevious = false, isEnabled = true } = options
  return useQuery<AnswerOf<R>>({
    queryKey: readKey(route.url, params, query),
    queryFn: () => callApi(route, { ...(params && { params }), ...(query && { query }) } as CallOptions<R>),
    enabled: isEnabled,
    ...(refreshEveryMs !== undefined && { refetchInterval: refreshEveryMs }),
    ...(keepsPrevious && { placeholderData: keepPreviousData as never }),
  }) as UseQueryResult<AnswerOf<R>>
}
