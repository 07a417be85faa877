import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClusterHand } from '../rehearsal/drills/cluster-hand.ts'
import type { Drill } from '../rehearsal/drills/drill.ts'
import { type DrillPlace, type DrillResult, playDrill } from '../rehearsal/drills/play-drill.ts'
import { describeSeries, summarize } from '../rehearsal/drills/series.ts'
import { isPassed } from '../rehearsal/report/result.ts'
import { authorityFile } from './cluster/certificate.ts'
import { httpsPort, kubeconfig, namespace, providersHost, shopHost } from './cluster/place.ts'
import { PlainFailure, runCommand } from './command.ts'
import { type DrillOptions, readDrillOptions, USAGE } from './drill/options.ts'
import { describeHardware } from './processes/hardware.ts'
import { fileTime, keepResult } from './rehearse/keep-result.ts'
import { Progress } from './rehearse/progress.ts'

const STEADY_LIMIT_MS = 180_000
const STEADY_POLL_MS = 1_000
/** As play-drill.ts plays it, with what comes after. */
const EXPECTED_MS = 90_000

/** npm run drill: breaks the cluster that npm run cluster made, under load, and says what the shop held; 0 when all of it. */
async function drill(): Promise<number> {
  const options = readDrillOptions(process.argv.slice(2))
  if (options === null) {
    process.stdout.write(`${USAGE}\n`)
    return 0
  }
  if (!existsSync(kubeconfig)) throw new PlainFailure('There is no cluster to break: npm run cluster up makes one.')
  const hand = new ClusterHand(kubeconfig, namespace)
  const place = await findPlace(hand)
  let isHeld = true
  for (const one of options.drills) {
    const results: DrillResult[] = []
    for (let time = 0; time < options.times; time++) results.push(await playOnce(one, hand, place, options, time))
    isHeld &&= results.every(({ result }) => isPassed(result))
    if (options.times > 1) keepSeries(one, results, options)
  }
  process.stdout.write(isHeld ? 'The shop held.\n' : 'The shop did not hold.\n')
  return isHeld ? 0 : 1
}

async function findPlace(hand: ClusterHand): Promise<DrillPlace> {
  const make = 'app/api/src/machines/machine-credential.ts'
  const token = await hand
    .kubectl('exec', 'deployment/api', '--', '/usr/local/bin/node', make, '--name', 'drill')
    .catch((error: Error) => {
      throw new PlainFailure(`The shop of the cluster does not answer: ${error.message.split('\n')[0]}`)
    })
  return {
    origin: `https://${shopHost}:${httpsPort}`,
    simulatorOrigin: `https://${providersHost}:${httpsPort}`,
    ca: readFileSync(authorityFile, 'utf8'),
    token: token.trim(),
    machine: `${describeHardware()}, shared by visitors and all nodes`,
  }
}

async function playOnce(
  one: Drill,
  hand: ClusterHand,
  place: DrillPlace,
  options: DrillOptions,
  time: number,
): Promise<DrillResult> {
  await waitUntilSteady(hand)
  const { visitors, output } = options
  const seed = options.seed + time
  const command = `npm run drill ${one.name} -- --visitors ${visitors} --seed ${seed}`
  const folder = mkdtempSync(path.join(tmpdir(), 'dhakacart-drill-'))
  const progress = new Progress(EXPECTED_MS)
  progress.line(`${one.name}, seed ${seed}: ${one.sentence}`)
  try {
    const played = await playDrill(one, hand, place, { visitors, seed, command }, folder, {
      second: (series, now, connections) => progress.second(series, now, connections),
      event: (sentence) => progress.line(sentence),
    })
    const page = keepResult(played.result, output, `${one.name}-`, played.findings)
    for (const { name, isGood, found } of played.result.verdicts)
      progress.line(`  ${isGood ? '✓' : '✗'} ${name}\n      ${found}`)
    progress.line(`  ${path.relative(process.cwd(), page)} (and .json)\n`)
    return played
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The drill before may have left the database a standby short for a while. */
async function waitUntilSteady(hand: ClusterHand): Promise<void> {
  const giveUpAt = performance.now() + STEADY_LIMIT_MS
  for (;;) {
    const unsteady = await hand.findUnsteady().catch((error: Error) => error.message.split('\n')[0] ?? '')
    if (unsteady === null) return
    if (performance.now() > giveUpAt) throw new PlainFailure(`Not steady: ${unsteady}. Nothing was broken.`)
    await sleep(STEADY_POLL_MS)
  }
}

function keepSeries({ name }: Drill, results: readonly DrillResult[], { output }: DrillOptions): void {
  const summary = summarize(results)
  const file = path.join(output, `${name}-series-${fileTime(new Date())}.json`)
  writeFileSync(file, `${JSON.stringify({ drill: name, ...summary }, null, 1)}\n`)
  process.stdout.write(`${describeSeries(name, summary)}\n  ${path.relative(process.cwd(), file)}\n`)
}

await runCommand(drill)
