/** What a run of the tests may ask of the simulation. */
export type SimulationSettings = {
  seedCount: number
  /** One seed to play alone, its history printed; null: all. */
  seed: number | null
}

/** As many as the tests have time for: under four minutes on two cores. */
const defaultSeedCount = 2_000

/** Throws when a key is no whole number. */
export function readSimulationSettings(): SimulationSettings {
  return {
    seedCount: readNumber('SIMULATION_SEEDS') ?? defaultSeedCount,
    seed: readNumber('SIMULATION_SEED'),
  }
}

function readNumber(key: string): number | null {
  const text = process.env[key]
  if (text === undefined || text === '') return null
  if (!/^\d{1,12}$/.test(text)) throw new Error(`${key} is ${JSON.stringify(text)}; give a whole number.`)
  return Number(text)
}
