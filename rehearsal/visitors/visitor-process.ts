import process from 'node:process'
import { SourceAddress } from '../http/source-address.ts'
import { packSecond, type SentSecond } from '../measures/measures.ts'
import type { Plan } from '../plan/plan.ts'
import { Crowd } from './crowd.ts'
import { Journal, type JournalEntry, type Wait } from './journal.ts'
import type { KnownShop } from './known-shop.ts'
import { Recorder } from './recorder.ts'

/** What a process of visitors is told when it starts. */
export type Assignment = {
  plan: Plan
  shop: KnownShop
  first: number
  count: number
  /** Source address, for more connections than one address has ports; null: the system's choice. */
  localAddress: string | null
  journalFile: string
  waitsFile: string
  /** Start of the rehearsal, milliseconds since 1970, the same moment for every process. */
  startsAt: number
}

/** What it tells every second, and once more at the end. */
export type Progress = {
  seconds: SentSecond[]
  connections: number
  problems: [string, number][]
  isOver: boolean
}

const tellEveryMs = 1_000

process.once('message', (assignment: Assignment) => void play(assignment))
// Without the rehearsal there is nobody to tell.
process.on('disconnect', () => process.exit(1))

async function play({
  plan,
  shop,
  first,
  count,
  localAddress,
  journalFile,
  waitsFile,
  startsAt,
}: Assignment): Promise<void> {
  const recorder = new Recorder(startsAt - performance.timeOrigin)
  const journal = new Journal<JournalEntry>(journalFile)
  const waits = new Journal<Wait>(waitsFile)
  const source = localAddress === null ? null : new SourceAddress(localAddress)
  const crowd = new Crowd({ plan, shop, recorder, journal, waits, source }, first, count)
  const tell = (isOver: boolean) => {
    const progress: Progress = {
      seconds: recorder.take().map(packSecond),
      connections: crowd.connections,
      problems: recorder.problems(),
      isOver,
    }
    process.send?.(progress)
  }
  const telling = setInterval(() => tell(false), tellEveryMs)
  await crowd.run()
  clearInterval(telling)
  journal.close()
  waits.close()
  tell(true)
  process.disconnect?.()
}
