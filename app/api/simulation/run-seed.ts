import { startActor } from './actor.ts'
import { closeShop } from './closing.ts'
import { createHistory, type History } from './history.ts'
import { checkInvariants } from './invariants/invariants.ts'
import type { Laboratory } from './laboratory.ts'
import { planCast } from './plan-cast.ts'
import { planWorld } from './plan-world.ts'
import { prepareWorld } from './prepare-world.ts'
import { createRandom } from './random.ts'
import { type Participant, runSchedule, type Schedule } from './scheduler.ts'
import { describeSnapshot } from './snapshot.ts'
import { judge } from './verdict.ts'

export type SeedResult = {
  seed: number
  history: History
  schedule: Schedule | null
  /** What was wrong; null when all was well. */
  failure: unknown
}

/** Plays one seed from beginning to end. Never throws for what it finds: that is in the result. */
export async function runSeed(laboratory: Laboratory, seed: number): Promise<SeedResult> {
  const history = createHistory()
  const participants: Participant[] = []
  try {
    const schedule = await play(laboratory, seed, history, participants)
    return { seed, history, schedule, failure: null }
  } catch (failure) {
    history.note(`FAILED: ${failure instanceof Error ? failure.message : failure}`)
    return { seed, history, schedule: null, failure }
  } finally {
    await putAway(laboratory, participants)
  }
}

async function play(
  laboratory: Laboratory,
  seed: number,
  history: History,
  participants: Participant[],
): Promise<Schedule> {
  const { control, shelf } = laboratory
  const plan = planWorld(createRandom(seed, 'world'), createRandom(seed, 'theme'), createRandom(seed, 'newest theme'))
  const { world, carts, bases } = await prepareWorld(laboratory, plan, createRandom(seed, 'carts'))
  history.note(`${plan.theme}: ${describeSnapshot(await checkInvariants(control, bases, world))}`)
  let failure: unknown = null
  const onFailure = (error: unknown) => {
    failure ??= error
  }
  for (const { name, script } of planCast(plan, world, carts, createRandom(seed, 'cast'))) {
    const random = createRandom(seed, `actor ${name}`)
    const participant = startActor(name, script, { world, random, shelf, history }, onFailure)
    participants.push(participant)
    await participant.arrived.promise
  }
  const onCommitted = async () => {
    // What broke first is the cause; the rest follows from it.
    if (failure !== null) throw failure
    history.note(`= ${describeSnapshot(await checkInvariants(control, bases, world))}`)
  }
  const random = createRandom(seed, 'schedule')
  const { crashes, holdsBack, stickiness } = plan
  const schedule = await runSchedule({
    participants,
    random,
    control,
    history,
    crashesLeft: crashes,
    holdsBack,
    stickiness,
    onCommitted,
  })
  if (failure !== null) throw failure
  await closeShop(laboratory, world, createRandom(seed, 'closing'))
  const end = await checkInvariants(control, bases, world)
  history.note(`= ${describeSnapshot(end)}`)
  judge(end, world, bases.variantId + 1, schedule)
  return schedule
}

/** Keeps the sessions that are as good as new; after a failure some are in the middle of something. */
async function putAway({ shelf, control }: Laboratory, participants: readonly Participant[]): Promise<void> {
  for (const { gate } of participants) {
    const { session } = gate
    if (session === null) continue
    const isIdle = gate.flight === null && !session.isInTransaction()
    if (isIdle) shelf.giveBack(session)
    else await gate.endSession(control)
  }
}
