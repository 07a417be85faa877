import type { InjectedFault } from '../faults/driver.ts'
import type { Series } from '../measures/measures.ts'
import type { Plan } from '../plan/plan.ts'
import type { Comparison } from './compare-orders.ts'
import type { Recovery } from './recovery.ts'
import { type WeighedWaits, waitErrorLimit } from './weigh-waits.ts'

/** One thing the shop has to hold, and whether it did. */
export type Verdict = {
  id:
    | 'not-lost'
    | 'not-doubled'
    | 'not-oversold'
    | 'browsing'
    | 'page-time'
    | 'answered'
    | 'waiting-time'
    | 'healed'
    | 'books'
    | 'failed'
    | 'writes-back'
    | 'steady-again'
  name: string
  isGood: boolean
  /** What was measured, in a sentence. */
  found: string
}

/** What was found by looking into the database of the laptop itself; null where it cannot be reached. */
export type DatabaseFindings = {
  /** Sentences, each about something that must not be. */
  problems: string[]
  orders: number
  /** Units of the product on sale that live orders hold or bought; null: there is none. */
  flashUnits: number | null
}

export type Evidence = {
  plan: Plan
  series: Series
  comparison: Comparison
  /** What people in the waiting room were told; null: nobody waited long enough. */
  waits: WeighedWaits | null
  faults: readonly InjectedFault[]
  recoveries: readonly Recovery[]
  database: DatabaseFindings | null
  /** The most connections open at once, counted by the kernel where it can be asked; else by the visitors. */
  mostConnections: number
  /** Orders of the product on sale that visitors were told of. */
  flashOrders: number
  flashRefusals: number
}

/** Page time that the design promises: p99 below half a second. */
const pageP99LimitMs = 500
/** Of orders pressed, at least this share has to end in an answer other than a failure. */
const orderShare = 0.999
/** Of the times told, at least this share has to be true: what is to come, like who stays away, nobody knows always. */
const truthfulShare = 2 / 3

export function judge(evidence: Evidence): Verdict[] {
  const verdicts = [
    ...judgeOrders(evidence),
    ...judgeFlash(evidence),
    ...judgeAnswers(evidence),
    ...judgeWaits(evidence),
    ...judgeFaults(evidence),
  ]
  if (evidence.database !== null) verdicts.push(judgeDatabase(evidence.database))
  return verdicts
}

function judgeOrders({ comparison }: Evidence): Verdict[] {
  const { acknowledged, lost, different, doubled, untold, unanswered } = comparison
  return [
    {
      id: 'not-lost',
      name: 'No acknowledged order is lost',
      isGood: acknowledged > 0 && lost.length === 0 && different.length === 0,
      found:
        acknowledged === 0
          ? 'No order was placed at all.'
          : `${count(acknowledged)} acknowledged, ${count(lost.length)} of them missing, ${count(different.length)} with another total${list([...lost, ...different])}.`,
    },
    {
      id: 'not-doubled',
      name: 'No order is placed twice',
      isGood: doubled.length === 0 && untold.length <= unanswered,
      found: `${count(doubled.length)} keys were told two orders; ${count(untold.length)} orders that nobody was told of, with ${count(unanswered)} presses that got no answer${list(doubled)}.`,
    },
  ]
}

function judgeFlash({ plan, flashOrders, flashRefusals, database }: Evidence): Verdict[] {
  if (plan.flash === null) return []
  const sold = database?.flashUnits ?? flashOrders
  const { units } = plan.flash
  const isSoldOut = flashRefusals > 0
  return [
    {
      id: 'not-oversold',
      name: 'Not one unit is sold twice, and none is left lying while people ask',
      isGood: sold <= units && (!isSoldOut || sold === units),
      found: `${count(sold)} of ${count(units)} units of ${plan.flash.slug} sold; ${count(flashRefusals)} came too late.`,
    },
  ]
}

function judgeAnswers({ series, plan }: Evidence): Verdict[] {
  const page = series.total('page')
  const personal = series.total('personal')
  const order = series.total('order')
  const p99 = page.latency.quantile(0.99)
  const pressed = order.ok + order.refused + order.busy + order.failed
  const calm = plan.faults.length === 0
  return [
    {
      id: 'browsing',
      name: 'Browsing never fails',
      isGood: page.ok > 0 && page.failed === 0 && personal.failed === 0,
      found: `${count(page.ok)} pages shown, ${count(page.failed)} failed; ${count(personal.failed)} of ${count(personal.ok + personal.failed)} personal requests failed; ${count(page.repeated + personal.repeated)} repeated.`,
    },
    {
      id: 'page-time',
      name: `Pages within ${pageP99LimitMs} ms (p99)${calm ? '' : ', faults included'}`,
      isGood: p99 !== null && p99 <= pageP99LimitMs,
      found: p99 === null ? 'No page was shown.' : `p50 ${ms(page.latency.quantile(0.5))}, p99 ${ms(p99)}.`,
    },
    {
      id: 'answered',
      name: 'Every press of the order button is answered',
      isGood: pressed > 0 && order.failed <= pressed * (1 - orderShare),
      found: `${count(pressed)} presses: ${count(order.ok)} orders, ${count(order.refused)} honest refusals, ${count(order.busy)} asked to wait, ${count(order.failed)} failed.`,
    },
  ]
}

/** Nothing is judged when nobody waited long enough for a time to be weighed. */
function judgeWaits({ waits }: Evidence): Verdict[] {
  if (waits === null) return []
  const { promises, within, median, nineTenths, unadmitted } = waits
  return [
    {
      id: 'waiting-time',
      name: `People who wait are told the truth: two thirds of the times within ${percent(waitErrorLimit)} of the wait until they were let in`,
      isGood: within >= truthfulShare,
      found: `${count(promises.length)} times told, ${percent(within)} of them so; off by ${percent(median)} in the median, by ${percent(nineTenths)} or more for a tenth. ${count(unadmitted)} people were told times and never let in.`,
    },
  ]
}

function judgeFaults({ faults, recoveries }: Evidence): Verdict[] {
  if (faults.length === 0) return []
  const unplayed = faults.filter(({ problem }) => problem !== null)
  const lasting = recoveries.filter(({ seconds }) => seconds === null)
  return [
    {
      id: 'healed',
      name: 'The shop heals itself after every fault',
      isGood: unplayed.length === 0 && lasting.length === 0,
      found: [
        ...recoveries.map(({ fault, seconds, failed }) =>
          seconds === null
            ? `${fault.name}: not healed`
            : `${fault.name}: ${seconds.toFixed(1)} s, ${count(failed)} failed`,
        ),
        ...unplayed.map(({ name, problem }) => `${name}: not played (${problem})`),
      ].join('; '),
    },
  ]
}

function judgeDatabase({ problems, orders }: DatabaseFindings): Verdict {
  return {
    id: 'books',
    name: 'The books agree',
    isGood: problems.length === 0,
    found: problems.length === 0 ? `Stock, ledger and ${count(orders)} orders add up.` : problems.join(' '),
  }
}

function count(value: number): string {
  return value.toLocaleString('en')
}

function ms(value: number | null): string {
  return value === null ? '–' : value < 10 ? `${value.toFixed(1)} ms` : `${Math.round(value)} ms`
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}

function list(names: readonly string[]): string {
  if (names.length === 0) return ''
  return `: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`
}
