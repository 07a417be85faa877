import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { readTestDatabaseUrl } from '@dhakacart/database/testing/config.ts'
import { inTransaction } from '@dhakacart/database/transaction.ts'
import { sql } from 'kysely'
import { type Script, startActor } from './actor.ts'
import { readSimulationSettings } from './config.ts'
import { createHistory } from './history.ts'
import { checkInvariants } from './invariants/invariants.ts'
import { type Laboratory, openLaboratory, startAt } from './laboratory.ts'
import { prepareWorld } from './prepare-world.ts'
import { createRandom } from './random.ts'
import { describeFailure, describeHistory, runSeeds } from './run-seeds.ts'
import { runSchedule } from './scheduler.ts'
import { createWorld } from './world.ts'

const settings = readSimulationSettings()
const serverUrl = readTestDatabaseUrl()
/** Lines of seeds that share two cores with the server: some always wait for it. */
const atOnce = 4
/** Histories that are played twice. */
const repeated = 30
/** What they were in the long run, beside others; empty where there was none. */
const historiesOfRun = new Map<number, string>()

test('every rule holds after every step, whoever comes, in whatever order, whatever crashes', async (t) => {
  const isReplay = settings.seed !== null
  const report = await runSeeds(
    serverUrl,
    { from: settings.seed ?? 1, count: isReplay ? 1 : settings.seedCount, atOnce, maxFailures: 1 },
    (result) => {
      if (isReplay) t.diagnostic(describeHistory(result))
      if (result.seed <= repeated) historiesOfRun.set(result.seed, result.history.hash())
    },
  )
  t.diagnostic(`${report.seedsRun} seeds, ${report.steps} steps, ${report.crashes} crashes`)
  assert.deepEqual(report.failures.map(describeFailure), [])
  if (isReplay) return
  assert.equal(report.seedsRun, settings.seedCount)
  // About half of the seeds lose a process or a connection; without any, nothing of that kind was tried.
  assert.ok(report.crashes > report.seedsRun / 10, `${report.crashes} crashes`)
})

test('a seed gives the same history every time, whatever runs beside it', async () => {
  const play = async (linesAtOnce: number) => {
    const found = new Map<number, string>()
    const options = { from: 1, count: repeated, atOnce: linesAtOnce, maxFailures: Number.POSITIVE_INFINITY }
    await runSeeds(serverUrl, options, ({ seed, history }) => found.set(seed, history.hash()))
    return found
  }
  const inOrder = (found: Map<number, string>) => [...found].toSorted(([a], [b]) => a - b)
  const beside = historiesOfRun.size === repeated ? historiesOfRun : await play(atOnce)
  const first = inOrder(await play(1))
  assert.deepEqual(inOrder(beside), first)
  assert.equal(new Set(first.map(([, hash]) => hash)).size, first.length, 'seeds must differ')
})

describe('the simulation would notice', () => {
  let laboratory: Laboratory
  before(async () => {
    laboratory = await openLaboratory(serverUrl)
  })
  after(() => laboratory.close())

  const plan = {
    variants: [
      { pricePaisa: 100, stock: 2 },
      { pricePaisa: 100, stock: 2 },
    ],
    carts: [],
  }

  test('a unit that came from nowhere', async () => {
    const { bases, world } = await prepareWorld(laboratory, plan, createRandom(1, 'test'))
    await checkInvariants(laboratory.control, bases, world)
    const id = world.variants[0]?.id
    await laboratory.control.run('update stock_levels set on_hand = on_hand + 1 where variant_id = $1', [id])
    await assert.rejects(
      checkInvariants(laboratory.control, bases, world),
      /3 on hand, 0 held, but the ledger makes 2 on hand/,
    )
  })

  test('two that lock in opposite order', async () => {
    const { world } = await prepareWorld(laboratory, plan, createRandom(2, 'test'))
    const ids = world.variants.map(({ id }) => id)
    await assert.rejects(runAlternately([lockInOrder(ids), lockInOrder(ids.toReversed())]), /deadlock: .+ waits for/)
  })

  test('a transaction that takes a second connection', async () => {
    const greedy: Script = ({ context: { db } }) =>
      inTransaction(db, async () => void (await db.selectFrom('carts').select('id').execute()))
    await assert.rejects(runAlternately([greedy]), /took a second connection/)
  })

  /** Locks one row after the other in one transaction. */
  function lockInOrder(variantIds: readonly number[]): Script {
    return ({ context: { db } }) =>
      inTransaction(db, async (tx) => {
        for (const id of variantIds) {
          await sql`select held from stock_levels where variant_id = ${id} for update`.execute(tx)
        }
      })
  }

  /** Plays scripts under many schedules; throws what the first that fails says. */
  async function runAlternately(scripts: readonly Script[]): Promise<void> {
    for (let seed = 1; seed <= 20; seed++) await runOnce(scripts, seed)
  }

  async function runOnce(scripts: readonly Script[], seed: number): Promise<void> {
    const history = createHistory()
    const random = createRandom(seed, 'test')
    const failures: unknown[] = []
    const surroundings = { world: createWorld(startAt, random), random, shelf: laboratory.shelf, history }
    const participants = scripts.map((script, index) =>
      startActor(`${index}`, script, surroundings, (error) => failures.push(error)),
    )
    try {
      await Promise.all(participants.map(({ arrived }) => arrived.promise))
      const { control } = laboratory
      const rules = { crashesLeft: 0, holdsBack: false, stickiness: 0, onCommitted: async () => undefined }
      await runSchedule({ participants, random, control, history, ...rules })
    } finally {
      for (const { gate } of participants) await gate.endSession(laboratory.control)
    }
    if (failures.length > 0) throw failures[0]
  }
})
