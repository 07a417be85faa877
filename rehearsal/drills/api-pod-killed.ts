import type { Drill } from './drill.ts'

export const apiPodKilled: Drill = {
  name: 'api-pod-killed',
  sentence: 'One of the api’s pods is deleted without a grace period: SIGKILL, whatever it has in hand.',
  async inject(hand) {
    const [pod] = await hand.readyPods('app.kubernetes.io/name=api')
    if (pod !== undefined) await hand.killPod(pod.metadata.name)
  },
  // Its deployment makes another.
  async restore() {},
  limits: { writesBackMs: 10_000, steadyMs: 60_000, failed: 0 },
}
