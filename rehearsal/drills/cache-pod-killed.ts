import { killOneOf } from './cluster-hand.ts'
import type { Drill } from './drill.ts'

export const cachePodKilled: Drill = {
  name: 'cache-pod-killed',
  sentence: 'The only pod of the cache is deleted without a grace period; what it knew is gone.',
  inject: (hand) => killOneOf(hand, 'cache'),
  async restore() {},
  limits: { writesBackMs: 5_000, steadyMs: 60_000, failed: 0 },
}
