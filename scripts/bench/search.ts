import { readFileSync } from 'node:fs'
import path from 'node:path'
import { quantile } from '../../rehearsal/bench/checkout-load.ts'
import { Connection } from '../../rehearsal/http/connection.ts'
import type { MeasuredShop } from './shop.ts'

const queriesFolder = path.resolve(import.meta.dirname, '..', '..', 'app', 'api', 'src', 'search')
const timeoutMs = 30_000

export type SearchFigures = { queries: number; p50Ms: number; p95Ms: number; mostMs: number; errors: number }

/**
 * Every query that the search is judged by, once, one after the other, over HTTP at the api: an api that has not been asked
 * for any of them, so nothing of an answer can be there already.
 */
export async function measureSearch(shop: MeasuredShop): Promise<SearchFigures> {
  const client = new Connection(shop.apiOrigin, { timeoutMs })
  const durations: number[] = []
  let errors = 0
  for (const query of readQueries()) {
    const target = `/api/catalogue/products?query=${encodeURIComponent(query)}`
    const beganAt = performance.now()
    const { status } = await client.request({ method: 'GET', path: target })
    durations.push(performance.now() - beganAt)
    if (status !== 200) errors += 1
  }
  client.close()
  const sorted = durations.toSorted((a, b) => a - b)
  return {
    queries: sorted.length,
    p50Ms: quantile(sorted, 0.5),
    p95Ms: quantile(sorted, 0.95),
    mostMs: sorted.at(-1) ?? Number.NaN,
    errors,
  }
}

function readQueries(): string[] {
  const files = ['queries-tuning.json', 'queries-held-out.json']
  const read = (name: string) => JSON.parse(readFileSync(path.join(queriesFolder, name), 'utf8')) as { query: string }[]
  return files.flatMap((name) => read(name).map(({ query }) => query))
}
