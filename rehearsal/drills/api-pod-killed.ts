import { killOneOf } from './cluster-hand.ts'
import type { Drill } from './drill.ts'

export const apiPodKilled: Drill = {
  name: 'api-pod-killed',
  sentence: 'One of the api’s pods is deleted without a grace period: SIGKILL, whatever it has in hand.',
  inject: (hand) => killOneOf(hand, 'api'),
  // Its deployment makes another.
  async restore() {},
  limits: { writesBackMs: 10_000, steadyMs: 60_000, failed: 0 },
}
