import type { Drill } from './drill.ts'

export const storefrontPodKilled: Drill = {
  name: 'storefront-pod-killed',
  sentence: 'One of the storefront’s pods is deleted without a grace period: SIGKILL, whatever it has in hand.',
  async inject(hand) {
    const [pod] = await hand.readyPods('app.kubernetes.io/name=storefront')
    if (pod !== undefined) await hand.killPod(pod.metadata.name)
  },
  async restore() {},
  limits: { writesBackMs: 10_000, steadyMs: 60_000, failed: 0 },
}
