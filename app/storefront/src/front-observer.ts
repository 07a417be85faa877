import type { Log } from '@dhakacart/service-kit/log.ts'
import type { Metrics } from '@dhakacart/service-kit/metrics.ts'

/** Notes an answer that was given below the framework; `beganAt` by performance.now(). */
export type ObserveFront = (method: string, route: string, status: number, beganAt: number) => void

/** Counts what never comes to the framework as what does; a line in the log only at level debug. */
export function createFrontObserver(log: Log, metrics: Metrics): ObserveFront {
  const observers = new Map<string, { observe(seconds: number): void }>()
  return function observeFront(method, route, status, beganAt) {
    const key = `${method} ${status} ${route}`
    let observer = observers.get(key)
    if (observer === undefined) {
      observer = metrics.requestSeconds.labels({ method, route, status: String(status) })
      observers.set(key, observer)
    }
    const ms = performance.now() - beganAt
    observer.observe(ms / 1_000)
    if (log.isLevelEnabled('debug')) log.debug({ method, route, status, ms: Math.round(ms) }, 'request')
  }
}
