import type { Drill } from './drill.ts'

export const cachePodKilled: Drill = {
  name: 'cache-pod-killed',
  sentence: 'The only pod of the cache is deleted without a grace period; what it knew is gone.',
  async inject(hand) {
    const [pod] = await hand.readyPods('app.kubernetes.io/name=cache')
    if (pod !== undefined) await hand.killPod(pod.metadata.name)
  },
  async restore() {},
  limits: { writesBackMs: 5_000, steadyMs: 60_000, failed: 0 },
}
