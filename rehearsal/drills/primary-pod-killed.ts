import type { Drill } from './drill.ts'

export const primaryPodKilled: Drill = {
  name: 'primary-pod-killed',
  sentence: 'The pod of the database’s primary is deleted without a grace period; a standby takes over.',
  async inject(hand) {
    await hand.killPod(await hand.primary())
  },
  // The operator makes the old primary a standby.
  async restore() {},
  // Eight seconds is what design.md promises at p95; a single one may be later.
  limits: { writesBackMs: 15_000, steadyMs: 180_000, failed: 0 },
}
