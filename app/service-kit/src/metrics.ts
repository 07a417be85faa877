import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

/** Seconds. Dense where our objectives lie (50 ms search, 500 ms page), sparse beyond. */
const durationBuckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25]

/** A registry with process metrics (memory, CPU, event-loop delay), the release, and RED per HTTP route. */
export function createMetrics(settings: { process: string; release: string }) {
  const registry = new Registry()
  registry.setDefaultLabels({ process: settings.process })
  collectDefaultMetrics({ register: registry, prefix: 'dhakacart_' })
  new Gauge({
    name: 'dhakacart_release_info',
    help: 'The release that runs',
    labelNames: ['release'],
    registers: [registry],
  })
    .labels(settings.release)
    .set(1)
  const requestSeconds = new Histogram({
    name: 'dhakacart_http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: durationBuckets,
    registers: [registry],
  })
  const requestsInFlight = new Gauge({
    name: 'dhakacart_http_requests_in_flight',
    help: 'Requests being answered now',
    registers: [registry],
  })
  return {
    registry,
    requestSeconds,
    requestsInFlight,
    counter<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
      return new Counter({ name: `dhakacart_${name}`, help, labelNames, registers: [registry] })
    },
    histogram(name: string, help: string, buckets: readonly number[]): Histogram {
      return new Histogram({ name: `dhakacart_${name}`, help, buckets: [...buckets], registers: [registry] })
    },
    /** A figure that is read when somebody asks for the metrics. */
    gauge(name: string, help: string, read: () => number): void {
      new Gauge({
        name: `dhakacart_${name}`,
        help,
        registers: [registry],
        collect() {
          this.set(read())
        },
      })
    },
  }
}
