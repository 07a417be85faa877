/** What is done to the shop from outside. A driver knows how, on the kind of place it is for. */
export const faultNames = [
  'api-killed',
  'storefront-killed',
  'worker-killed',
  'database-killed',
  'gateway-slow',
  'cache-killed',
  'cache-frozen',
  'release',
] as const
export type FaultName = (typeof faultNames)[number]

/** Milliseconds after the start of the rehearsal. */
export type ScheduledFault = { name: string; atMs: number }

/** Spreads the faults evenly over the time between, in the order given; the first one at its beginning. */
export function scheduleFaults(names: readonly FaultName[], fromMs: number, toMs: number): ScheduledFault[] {
  const step = names.length === 0 ? 0 : (toMs - fromMs) / names.length
  return names.map((name, index) => ({ name, atMs: Math.round(fromMs + step * index) }))
}

export function isFaultName(text: string): text is FaultName {
  return (faultNames as readonly string[]).includes(text)
}
