import type { Metrics } from '@dhakacart/service-kit/metrics.ts'
import type { ProviderObserver } from './providers/provider-http.ts'

/** Counts requests to providers by what came of them, and the seconds they took in all. */
export function countProviderRequests(metrics: Metrics): ProviderObserver {
  const labels = ['method', 'operation', 'outcome'] as const
  const requests = metrics.counter('payment_provider_requests_total', 'Requests to payment providers', labels)
  const seconds = metrics.counter(
    'payment_provider_seconds_total',
    'Seconds that payment providers took to answer',
    labels,
  )
  return (method, operation, outcome, tookSeconds) => {
    requests.inc({ method, operation, outcome })
    seconds.inc({ method, operation, outcome }, tookSeconds)
  }
}
