import { setTimeout as sleep } from 'node:timers/promises'
import { Connection } from '../http/connection.ts'
import type { Plan } from '../plan/plan.ts'

export type ExportedOrder = { number: string; state: string; totalPaisa: number; placedAt: string }
type Page = { orders: ExportedOrder[]; nextCursor: string; hasMore: boolean }

const timeoutMs = 30_000
const perPage = 5_000
/** Twice nothing, a second apart, is the end. */
const endTries = 20
const endPollMs = 1_000

/** Reads the orders of a shop with a credential for just that, from where the last reading ended. */
export class OrderExport {
  readonly #place: Pick<Plan, 'origin' | 'ca'>
  readonly #token: string
  #cursor: string | null = null
  /** Read, and not handed over yet: the page after it could not be read. */
  #kept: ExportedOrder[] = []

  constructor(place: Pick<Plan, 'origin' | 'ca'>, token: string) {
    this.#place = place
    this.#token = token
  }

  /**
   * Everything placed since the last reading. Throws with a sentence when the shop refuses or does not answer; what was read until
   * then comes with the next reading.
   */
  async readOn(): Promise<ExportedOrder[]> {
    const { origin, ca } = this.#place
    const connection = new Connection(origin, { timeoutMs, ...(ca !== null && { ca }) })
    try {
      for (let hasMore = true; hasMore; ) {
        const after = this.#cursor === null ? '' : `&after=${encodeURIComponent(this.#cursor)}`
        const answer = await connection.request({
          method: 'GET',
          path: `/api/machine/orders?limit=${perPage}${after}`,
          headers: { authorization: `Bearer ${this.#token}` },
        })
        if (answer.status === 401) throw new Error('The credential may not read orders: make one and give it again.')
        if (answer.status !== 200) throw new Error(`The orders cannot be read: the shop answers ${answer.status}.`)
        const page = JSON.parse(answer.body.toString()) as Page
        this.#kept.push(...page.orders)
        this.#cursor = page.nextCursor
        hasMore = page.hasMore
      }
    } finally {
      connection.close()
    }
    return this.#kept.splice(0)
  }

  /** Reads on until the shop has no more to write: what was pressed last may still be on its way to the export. */
  async readToEnd(): Promise<ExportedOrder[]> {
    const orders: ExportedOrder[] = []
    for (let before = -1, time = 0; time < endTries; time++) {
      const more = await this.readOn().catch(() => null)
      if (more?.length === 0 && before === 0) break
      orders.push(...(more ?? []))
      before = more?.length ?? -1
      await sleep(endPollMs)
    }
    return [...orders, ...this.#kept.splice(0)]
  }
}
