import { execFileSync } from 'node:child_process'
import type { OverloadFigures } from '../../rehearsal/bench/overload-load.ts'
import { PlainFailure } from '../command.ts'
import { play } from './play.ts'
import type { MeasuredShop } from './shop.ts'

const shopCore = '0'
const loadCore = '1'
const searchSeconds = 8
const playSeconds = 20
const firstRate = 100
const step = 1.1
const mostSteps = 30

export type OverloadRun = { times: number; perSecond: number; figures: OverloadFigures }

/**
 * Puts the shop and its database on one core and the load on the other, finds the highest rate of checkouts of which all are
 * accepted, and plays that rate, three times it, and it again. Linux only: needs `taskset`.
 */
export async function measureOverload(shop: MeasuredShop, tell: (line: string) => void): Promise<OverloadRun[]> {
  pin(shop)
  const load = {
    origin: shop.apiOrigin,
    variantIds: shop.products.map(({ variantId }) => variantId),
    upazilaId: shop.upazilaId,
  }
  const playAt = (perSecond: number, seconds: number) =>
    play<OverloadFigures>('overload', { ...load, perSecond, seconds }, { core: loadCore })
  await playAt(firstRate / 2, searchSeconds)
  let highest = 0
  for (let steps = 0, rate = firstRate; steps < mostSteps; steps++, rate = Math.round(rate * step)) {
    const { offered, completed, goodput } = await playAt(rate, searchSeconds)
    tell(`${rate}/s: ${completed} of ${offered}, ${goodput.toFixed(0)} orders/s`)
    if (completed < offered) break
    highest = rate
  }
  if (highest === 0) throw new PlainFailure(`Not even ${firstRate} checkouts a second are all accepted here.`)
  const runs: OverloadRun[] = []
  for (const times of [1, 3, 1]) {
    const perSecond = highest * times
    runs.push({ times, perSecond, figures: await playAt(perSecond, playSeconds) })
  }
  return runs
}

/** Every process of the shop with all its threads, and what PostgreSQL forks later inherits it. */
function pin(shop: MeasuredShop): void {
  for (const { pid } of shop.processes()) {
    for (const one of [pid, ...childrenOf(pid)])
      execFileSync('taskset', ['-acp', shopCore, String(one)], { stdio: 'ignore' })
  }
}

function childrenOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  return table
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent = 0]) => (parent === pid ? [child] : []))
}
