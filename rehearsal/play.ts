import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FaultDriver, InjectedFault } from './faults/driver.ts'
import { playFaults } from './faults/fault-player.ts'
import { Series, unpackSecond } from './measures/measures.ts'
import { isHere, type Plan } from './plan/plan.ts'
import type { JournalEntry, Wait } from './visitors/journal.ts'
import { type KnownShop, learnShop } from './visitors/known-shop.ts'
import type { Assignment, Progress } from './visitors/visitor-process.ts'

/** Below the 20,000 files that a process may have open here, and the 28,000 ports of one source address. */
const visitorsPerProcess = 12_000
/** Until every process has read its part and built its visitors. */
const leadMs = 3_000

export type Watching = {
  /** Every second, with what is known so far. */
  second(series: Series, now: number, connections: number): void
  event(sentence: string): void
}

export type Played = {
  series: Series
  journal: JournalEntry[]
  waits: Wait[]
  faults: InjectedFault[]
  /** The most that visitors had open at once. */
  mostConnections: number
  problems: [string, number][]
  startedAt: string
}

/**
 * Plays a plan: all visitors in as many processes as they need, the faults at their moments. Rejects when a process of visitors
 * dies, because what its visitors would have met is then not known. `folder` receives the journals.
 */
export async function play(
  plan: Plan,
  driver: FaultDriver | null,
  folder: string,
  watching: Watching,
): Promise<Played> {
  const shop = await learnShop(plan)
  const startsAt = performance.timeOrigin + performance.now() + leadMs
  const now = () => performance.timeOrigin + performance.now() - startsAt
  const crowd = startCrowd(plan, shop, startsAt, folder)
  const telling = setInterval(() => watching.second(crowd.series, now(), crowd.connections()), 1_000)
  const breaking =
    driver === null ? Promise.resolve([]) : playFaults(plan.faults, driver, now, (text) => watching.event(text))
  try {
    await Promise.all(crowd.ended)
    const faults = await breaking
    return {
      series: crowd.series,
      journal: crowd.journalFiles.flatMap(readJournal<JournalEntry>),
      waits: crowd.waitsFiles.flatMap(readJournal<Wait>),
      faults,
      mostConnections: crowd.mostConnections(),
      problems: crowd.problems(),
      startedAt: new Date(startsAt).toISOString(),
    }
  } finally {
    clearInterval(telling)
    for (const child of crowd.children) child.kill('SIGKILL')
    await driver?.restore()
  }
}

function startCrowd(plan: Plan, shop: KnownShop, startsAt: number, folder: string) {
  const series = new Series()
  const count = Math.max(1, Math.ceil(plan.visitors / visitorsPerProcess))
  const latest: Progress[] = []
  let mostConnections = 0
  const connections = () => latest.reduce((sum, one) => sum + one.connections, 0)
  const children: ChildProcess[] = []
  const journalFiles: string[] = []
  const waitsFiles: string[] = []
  const ended: Promise<void>[] = []
  for (let index = 0; index < count; index++) {
    const first = Math.floor((plan.visitors * index) / count)
    const assignment: Assignment = {
      plan,
      shop,
      first,
      count: Math.floor((plan.visitors * (index + 1)) / count) - first,
      localAddress: isHere(plan.origin) && count > 1 ? `127.0.0.${10 + index}` : null,
      journalFile: path.join(folder, `journal-${index}.jsonl`),
      waitsFile: path.join(folder, `waits-${index}.jsonl`),
      startsAt,
    }
    const child = fork(path.join(import.meta.dirname, 'visitors', 'visitor-process.ts'))
    children.push(child)
    journalFiles.push(assignment.journalFile)
    waitsFiles.push(assignment.waitsFile)
    ended.push(
      follow(child, (progress) => {
        latest[index] = progress
        for (const second of progress.seconds) series.add(unpackSecond(second))
        mostConnections = Math.max(mostConnections, connections())
      }),
    )
    child.send(assignment)
  }
  const problems = () => addUp(latest.flatMap((one) => one.problems))
  return {
    series,
    children,
    journalFiles,
    waitsFiles,
    ended,
    connections,
    mostConnections: () => mostConnections,
    problems,
  }
}

function follow(child: ChildProcess, take: (progress: Progress) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let isOver = false
    child.on('message', (progress: Progress) => {
      isOver = progress.isOver
      take(progress)
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (isOver) resolve()
      else reject(new Error(`A process of visitors ended before its time (${signal ?? `code ${code}`}).`))
    })
  })
}

function addUp(counts: readonly [string, number][]): [string, number][] {
  const sums = new Map<string, number>()
  for (const [sentence, times] of counts) sums.set(sentence, (sums.get(sentence) ?? 0) + times)
  return [...sums].toSorted((a, b) => b[1] - a[1])
}

function readJournal<Entry>(file: string): Entry[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
}
