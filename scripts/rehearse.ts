import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClusterHand } from '../rehearsal/drills/cluster-hand.ts'
import { KubectlDriver } from '../rehearsal/faults/kubectl-driver.ts'
import { LaptopDriver } from '../rehearsal/faults/laptop-driver.ts'
import { compareOrders } from '../rehearsal/judgement/compare-orders.ts'
import { OrderExport } from '../rehearsal/judgement/order-export.ts'
import { findRecoveries } from '../rehearsal/judgement/recovery.ts'
import { weighWaits } from '../rehearsal/judgement/weigh-waits.ts'
import { shares } from '../rehearsal/plan/mix.ts'
import { makePlan, type Plan } from '../rehearsal/plan/plan.ts'
import { type Played, play } from '../rehearsal/play.ts'
import { conclude, isPassed, type Result } from '../rehearsal/report/result.ts'
import { namespace } from './cluster/place.ts'
import { PlainFailure, runCommand } from './command.ts'
import { describeHardware } from './processes/hardware.ts'
import { countConnections } from './rehearse/connections.ts'
import { keepResult } from './rehearse/keep-result.ts'
import {
  auditDatabase,
  type LaptopShop,
  makeCredential,
  openLaptopShop,
  prepareFlashSale,
} from './rehearse/laptop-shop.ts'
import { type RehearsalOptions, readRehearsalOptions, settleSecondsLeast, USAGE } from './rehearse/options.ts'
import { Progress } from './rehearse/progress.ts'

/** Of those who come for the product on sale, the share that can have it. */
const luckyShare = 0.5
/** Of the time after the opening, how long the last of them waits in a waiting room: long enough to be told times, and to order. */
const queueShare = 0.7
/** Gone: the last unit, or the last at the price of the sale, which here is the same one. */
const tooLateCodes = new Set(['OUT_OF_STOCK', 'PRICE_CHANGED'])
/** How often the kernel's connections are counted in all: its table is long when it matters, and reading it costs a visit. */
const countings = 12

/** npm run rehearse: plays an Eid sale against a running shop; 0 when every verdict is good, else 1. */
async function rehearse(): Promise<number> {
  const options = readRehearsalOptions(process.argv.slice(2))
  if (options === null) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  const laptop = options.against === null ? openLaptopShop(options.dataFolder) : null
  const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-rehearsal-'))
  try {
    const result = await playAndJudge(options, laptop, folder)
    const page = keepResult(result, options.output)
    tellVerdicts(result, page)
    return isPassed(result) ? 0 : 1
  } finally {
    await laptop?.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function playAndJudge(options: RehearsalOptions, laptop: LaptopShop | null, folder: string): Promise<Result> {
  const since = new Date()
  const { plan, driver } = await preparePlan(options, laptop)
  const token = laptop === null ? options.credential : await makeCredential(laptop.db)
  if (token === null) {
    throw new PlainFailure(
      'The orders of a shop elsewhere are compared through its order export: give --credential FILE with a token made by app/api/src/machines/machine-credential.ts.',
    )
  }
  const orderExport = new OrderExport(plan, token)
  // What was ordered before is not of this rehearsal.
  await orderExport.readOn()
  const progress = new Progress(plan.durationMs)
  const waitSeconds = options.settleSeconds - settleSecondsLeast
  if (laptop !== null && waitSeconds > 0) {
    progress.line(`The sale is prepared; visitors come in ${options.settleSeconds} s.`)
    await sleep(waitSeconds * 1_000)
  }
  progress.line(`${plan.visitors.toLocaleString('en')} visitors against ${plan.origin}, seed ${plan.seed}.`)
  let counted = 0
  const countEvery = Math.max(5, Math.floor(plan.durationMs / 1_000 / countings))
  const played = await play(plan, driver, folder, {
    second: (series, now, connections) => {
      if (laptop !== null && Math.floor(now / 1_000) % countEvery === 0)
        counted = Math.max(counted, countConnections(laptop.port) ?? 0)
      progress.second(series, now, counted === 0 ? connections : Math.max(counted, connections))
    },
    event: (sentence) => progress.line(sentence),
  })
  progress.line('The doors are closed. Comparing what visitors were told with what the shop has …')
  const exported = await orderExport.readToEnd()
  const database = laptop === null ? null : await auditDatabase(laptop.db, since, plan.flash)
  const ofFlash = played.journal.filter(({ variantId }) => variantId === plan.flash?.variantId)
  return conclude(
    {
      plan,
      series: played.series,
      comparison: compareOrders(played.journal, exported),
      waits: weighWaits(played.waits),
      faults: played.faults,
      recoveries: findRecoveries(played.series, played.faults),
      database,
      mostConnections: counted === 0 ? played.mostConnections : counted,
      flashOrders: new Set(ofFlash.flatMap(({ number }) => number ?? [])).size,
      flashRefusals: countTooLate(ofFlash),
    },
    {
      startedAt: played.startedAt,
      machine: `${describeHardware()}, shared by visitors, shop and database`,
      command: describeCommand(options),
      problems: played.problems,
      flashLeft: countFlashLeft(plan, played),
    },
  )
}

/** Carts whose last word was that it is gone: who was told another price first may have got one after all. */
function countTooLate(journal: Played['journal']): number {
  const last = new Map(journal.map(({ key, code }) => [key, code]))
  return [...last.values()].filter((code) => code !== null && tooLateCodes.has(code)).length
}

async function preparePlan(options: RehearsalOptions, laptop: LaptopShop | null) {
  const driver =
    laptop === null ? driverOfCluster(options) : new LaptopDriver(options.dataFolder, laptop.simulatorOrigin)
  const faults = driver === null ? [] : (options.faults ?? driver.can)
  const impossible = faults.filter((name) => driver?.can.includes(name) !== true)
  if (impossible.length > 0) {
    throw new PlainFailure(`This shop cannot be broken by ${impossible.join(', ')}: leave it out of --faults.`)
  }
  const bare = makePlan({
    origin: options.against ?? laptop?.origin ?? '',
    ca: options.ca,
    simulatorOrigin: laptop === null ? options.simulator : laptop.simulatorOrigin,
    seed: options.seed,
    visitors: options.visitors,
    thinkMs: options.thinkSeconds * 1_000,
    minutes: options.minutes,
    faults,
  })
  const rushers = options.visitors * shares.rusher
  const units = Math.max(1, Math.floor(rushers * luckyShare))
  const flash =
    laptop === null
      ? null
      : await prepareFlashSale(laptop.db, {
          startsAt: new Date(Date.now() + options.settleSeconds * 1_000 + bare.openingMs),
          units,
          hasWaitingRoom: options.hasWaitingRoom,
          callsPerSecond: rushers / (((bare.durationMs - bare.openingMs) / 1_000) * queueShare),
        })
  return { plan: { ...bare, flash } satisfies Plan, driver }
}

/** null: nobody can break a shop elsewhere. */
function driverOfCluster({ kubeconfig, simulator, ca }: RehearsalOptions): KubectlDriver | null {
  if (kubeconfig === null) return null
  return new KubectlDriver(
    new ClusterHand(kubeconfig, namespace),
    simulator === null ? null : { origin: simulator, ca },
  )
}

function countFlashLeft({ flash }: Plan, { journal, series }: Played): number[] {
  if (flash === null) return []
  const soldIn = new Map<number, number>()
  for (const { number, variantId, answeredMs } of journal) {
    if (number === null || variantId !== flash.variantId) continue
    const second = Math.floor(answeredMs / 1_000)
    soldIn.set(second, (soldIn.get(second) ?? 0) + 1)
  }
  let left = flash.units
  return series.seconds.map(({ at }) => {
    left -= soldIn.get(at) ?? 0
    return left
  })
}

function describeCommand(options: RehearsalOptions): string {
  const {
    visitors,
    minutes,
    seed,
    thinkSeconds,
    settleSeconds,
    faults,
    against,
    kubeconfig,
    simulator,
    hasWaitingRoom,
  } = options
  const flags = [
    `--visitors ${visitors} --minutes ${minutes} --think ${thinkSeconds} --seed ${seed}`,
    ...(settleSeconds === settleSecondsLeast ? [] : [`--settle ${settleSeconds}`]),
    ...(faults === null ? [] : [`--faults ${faults.length === 0 ? 'none' : faults.join(',')}`]),
    ...(hasWaitingRoom ? ['--waiting-room'] : []),
    ...(against === null ? [] : [`--against ${against}`]),
    ...(kubeconfig === null ? [] : ['--kubeconfig FILE']),
    ...(simulator === null ? [] : [`--simulator ${simulator}`]),
  ]
  return `npm run rehearse -- ${flags.join(' ')}`
}

function tellVerdicts(result: Result, page: string): void {
  const lines = result.verdicts.map(({ name, isGood, found }) => `  ${isGood ? '✓' : '✗'} ${name}\n      ${found}`)
  process.stdout.write(`\n${lines.join('\n')}\n\n${isPassed(result) ? 'The shop held.' : 'The shop did not hold.'}\n`)
  process.stdout.write(`Report: ${path.relative(process.cwd(), page)} (and .json)\n`)
}

await runCommand(rehearse)
