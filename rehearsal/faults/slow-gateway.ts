import { setTimeout as sleep } from 'node:timers/promises'
import { type SimulatorPlace, steer } from '../http/simulator.ts'

/** A simulated gateway that answers late for so many milliseconds; a real one is slow by itself. */
export async function slowGateway(place: SimulatorPlace | null, forMs: number): Promise<void> {
  if (place === null) throw new Error('no simulated gateway is running')
  await setFaults(place, ['slow'])
  await sleep(forMs)
  await setFaults(place, [])
}

/** Every gateway as it was; nothing where there is none. */
export async function mendGateway(place: SimulatorPlace | null): Promise<void> {
  if (place !== null) await setFaults(place, [])
}

async function setFaults(place: SimulatorPlace, faults: readonly string[]): Promise<void> {
  const { status } = await steer(place, '/control/faults/always', { provider: 'bkash', faults })
  if (status !== 200 && status !== 204) throw new Error(`the simulated gateway cannot be steered: it answers ${status}`)
}
