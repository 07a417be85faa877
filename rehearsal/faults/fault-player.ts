import { setTimeout as sleep } from 'node:timers/promises'
import type { ScheduledFault } from '../plan/fault-schedule.ts'
import type { FaultDriver, InjectedFault } from './driver.ts'

/**
 * Plays the schedule, one fault after the other; `now` gives milliseconds since the start. `tell` hears of each as it begins. A
 * fault that cannot be injected is kept with its reason, because a rehearsal without it proves less than it says.
 */
export async function playFaults(
  faults: readonly ScheduledFault[],
  driver: FaultDriver,
  now: () => number,
  tell: (sentence: string) => void,
): Promise<InjectedFault[]> {
  const injected: InjectedFault[] = []
  for (const { name, atMs } of faults) {
    await sleep(Math.max(0, atMs - now()))
    const beganMs = now()
    tell(`Fault: ${name}`)
    const problem = await driver.inject(name).then(
      () => null,
      (error: Error) => error.message,
    )
    if (problem !== null) tell(`${name} could not be played: ${problem}`)
    injected.push({ name, beganMs, endedMs: now(), problem })
  }
  return injected
}
