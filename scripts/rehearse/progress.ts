import process from 'node:process'
import { actionKinds, type Series } from '../../rehearsal/measures/measures.ts'
import { clock } from '../../rehearsal/report/plot.ts'

/** Where the reader's terminal cannot rewrite a line, one is printed this often. */
const printEveryMs = 10_000
/** What one second is judged by: the last whole ones, because the running one is not over. */
const lookBackSeconds = 3

/** Live progress: one line, rewritten every second on a terminal. */
export class Progress {
  readonly #output: NodeJS.WriteStream
  readonly #durationMs: number
  #printedAt = 0
  #isLineOpen = false

  constructor(durationMs: number, output: NodeJS.WriteStream = process.stdout) {
    this.#durationMs = durationMs
    this.#output = output
  }

  second(series: Series, now: number, connections: number): void {
    const line = describe(series, now, this.#durationMs, connections)
    if (this.#output.isTTY) {
      this.#output.write(`\r\u001b[2K${line}`)
      this.#isLineOpen = true
    } else if (performance.now() - this.#printedAt >= printEveryMs) {
      this.#printedAt = performance.now()
      this.#output.write(`${line}\n`)
    }
  }

  line(text: string): void {
    this.#output.write(`${this.#isLineOpen ? '\r\u001b[2K' : ''}${text}\n`)
    this.#isLineOpen = false
  }
}

function describe(series: Series, now: number, durationMs: number, connections: number): string {
  if (now < 0) return 'Visitors gather at the door …'
  const to = Math.floor(now / 1_000)
  const from = Math.max(0, to - lookBackSeconds)
  const span = Math.max(1, to - from)
  const sums = actionKinds.map((kind) => series.total(kind, from, to))
  const actions = sums.reduce((sum, one) => sum + one.ok + one.refused + one.busy + one.failed, 0) / span
  const failed = actionKinds.reduce((sum, kind) => sum + series.total(kind).failed, 0)
  const orders = series.seconds.reduce((sum, second) => sum + second.ordered, 0)
  const waiting = series.waiting()[to - 1] ?? 0
  const p99 = series.total('page', from, to).latency.quantile(0.99)
  return [
    `${clock(Math.min(now, durationMs) / 1_000)} of ${clock(durationMs / 1_000)}`,
    `${connections.toLocaleString('en')} connections`,
    `${Math.round(actions).toLocaleString('en')} requests/s`,
    `pages p99 ${p99 === null ? '–' : `${Math.round(p99)} ms`}`,
    `${orders.toLocaleString('en')} orders`,
    ...(waiting > 0 ? [`${waiting.toLocaleString('en')} waiting`] : []),
    `${failed.toLocaleString('en')} failed`,
  ].join(' · ')
}
