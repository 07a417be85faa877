import { killOneOf } from './cluster-hand.ts'
import type { Drill } from './drill.ts'

export const storefrontPodKilled: Drill = {
  name: 'storefront-pod-killed',
  sentence: 'One of the storefront’s pods is deleted without a grace period: SIGKILL, whatever it has in hand.',
  inject: (hand) => killOneOf(hand, 'storefront'),
  async restore() {},
  limits: { writesBackMs: 10_000, steadyMs: 60_000, failed: 0 },
}
