/** Breaks things from outside on one kind of place: processes of a laptop, or pods of a cluster. */
export type FaultDriver = {
  /** What can be broken here. */
  readonly can: readonly string[]
  /**
   * Does it, and resolves when it is done (a kill) or over (a slow gateway, a release). Throws with a sentence when the thing to
   * break is not there.
   */
  inject(fault: string): Promise<void>
  /** Takes back what would outlive the rehearsal. Safe to call at any time, also twice. */
  restore(): Promise<void>
}

/** What was done, and when; ms since the start of the rehearsal. */
export type InjectedFault = { name: string; beganMs: number; endedMs: number; problem: string | null }
