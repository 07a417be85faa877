import type { InjectedFault } from '../faults/driver.ts'
import { actionKinds, type Series } from '../measures/measures.ts'

export type Recovery = {
  fault: InjectedFault
  /** Seconds from the fault to the beginning of the first three whole seconds without a failure; null: not until the end. */
  seconds: number | null
  /** Actions that failed from the fault until then. */
  failed: number
  /** Requests that were sent a second time, as our own clients do. */
  repeated: number
}

const quietSeconds = 3

/** How long visitors felt each fault. */
export function findRecoveries(series: Series, faults: readonly InjectedFault[]): Recovery[] {
  return faults
    .filter(({ problem }) => problem === null)
    .map((fault) => {
      const from = Math.floor(fault.beganMs / 1_000)
      const failedIn = (at: number) => actionKinds.reduce((sum, kind) => sum + series.total(kind, at, at + 1).failed, 0)
      let quiet = 0
      let recoveredAt: number | null = null
      for (let at = from; at < series.seconds.length && recoveredAt === null; at++) {
        quiet = failedIn(at) === 0 ? quiet + 1 : 0
        if (quiet === quietSeconds) recoveredAt = at - quietSeconds + 1
      }
      const to = recoveredAt ?? series.seconds.length
      const sum = (name: 'failed' | 'repeated') =>
        actionKinds.reduce((total, kind) => total + series.total(kind, from, Math.max(to, from + 1))[name], 0)
      const seconds = recoveredAt === null ? null : Math.max(0, recoveredAt - fault.beganMs / 1_000)
      return { fault, seconds, failed: sum('failed'), repeated: sum('repeated') }
    })
}
