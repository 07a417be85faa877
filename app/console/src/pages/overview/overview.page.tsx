import type { OrderProblem } from '@dhakacart/contract/console-orders.schema.ts'
import type { OrderState } from '@dhakacart/contract/orders.schema.ts'
import { getOverview, type Overview } from '@dhakacart/contract/overview.schema.ts'
import type { ReactNode } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Figure, Panel } from '../../components/facts.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Plot } from '../../components/plot.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { Link } from '../../router/link.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'

const refreshEveryMs = 30_000
/** At so many recovery codes or fewer the person should make new ones. */
const fewRecoveryCodes = 3

const daySeconds = 86_400
/** Couriers pay out within a week, as they say themselves; what takes longer is asked for. */
const lateDays = 7

/** The shop at a glance: today, what waits, what is wrong, the last two weeks. */
export default function OverviewPage() {
  const { texts, dateTime } = useWords()
  const me = useMe()
  const read = useRead(getOverview, { refreshEveryMs })
  return (
    <>
      <PageHeader title={texts.overview.title} />
      {me.recoveryCodesLeft <= fewRecoveryCodes && (
        <Notice tone="warn">
          <Link to="/account">{texts.account.recoveryFew}</Link>
        </Notice>
      )}
      <Loaded read={read}>
        {(overview) => (
          <div className="stack">
            <Figures overview={overview} />
            <div className="overview-halves">
              <Waiting overview={overview} />
              <Problems overview={overview} />
            </div>
            <Series overview={overview} />
            <p className="muted small">{texts.overview.shown(dateTime(new Date(read.dataUpdatedAt).toISOString()))}</p>
          </div>
        )}
      </Loaded>
    </>
  )
}

function Figures({ overview: shown }: { overview: Overview }) {
  const { today, yesterday, soldOut, nearlySoldOut, problems, owed } = shown
  const words = useWords()
  const { texts, number, money } = words
  const { overview } = texts
  const problemCount = Object.values(problems).reduce((sum, count) => sum + count, 0)
  return (
    <div className="figures">
      <Figure label={overview.today} value={number(today.orders)} text={overview.yesterday(number(yesterday.orders))} />
      <Figure
        label={overview.money}
        value={money(today.totalPaisa)}
        text={overview.yesterday(money(yesterday.totalPaisa))}
      />
      <Figure
        label={<Link to="/settlements?tab=owed">{overview.owed}</Link>}
        value={money(owed.duePaisa)}
        text={owedText(owed, words)}
        {...(owed.oldestSeconds > lateDays * daySeconds && { tone: 'warn' as const })}
      />
      <Figure
        label={<Link to="/stock?show=none">{overview.soldOut}</Link>}
        value={number(soldOut)}
        text={overview.nearlySoldOut(number(nearlySoldOut))}
        {...(soldOut > 0 && { tone: 'warn' as const })}
      />
      <Figure
        label={overview.problemCount}
        value={number(problemCount)}
        text={problemCount === 0 ? overview.noProblems : overview.problemText}
        tone={problemCount === 0 ? 'good' : 'stop'}
      />
    </div>
  )
}

/** How many orders, and how long the oldest has waited, from a day on. */
function owedText({ count, oldestSeconds }: Overview['owed'], { texts, number }: Words): string {
  if (count === 0) return texts.overview.nothingOwed
  const orders = texts.receivables.orders(number(count))
  const days = Math.floor(oldestSeconds / daySeconds)
  return days === 0 ? orders : texts.overview.owedText(orders, texts.general.span.days(number(days), days === 1))
}

const stateOf: Record<keyof Overview['waiting'], OrderState> = {
  toConfirm: 'pending_confirmation',
  toPay: 'pending_payment',
  toPack: 'confirmed',
  toShip: 'packed',
  onTheWay: 'shipped',
  returns: 'return_requested',
}

function Waiting({ overview: { waiting } }: { overview: Overview }) {
  const { texts } = useWords()
  const rows = Object.entries(stateOf) as [keyof Overview['waiting'], OrderState][]
  return (
    <Panel title={texts.overview.waitingTitle}>
      <Counts
        rows={rows.map(([key, state]) => ({
          key,
          name: texts.overview.waiting[key],
          count: waiting[key],
          to: key === 'returns' ? '/returns' : `/orders?state=${state}`,
        }))}
      />
    </Panel>
  )
}

function Problems({ overview: { problems } }: { overview: Overview }) {
  const { texts } = useWords()
  const rows = Object.entries(problems) as [OrderProblem, number][]
  return (
    <Panel title={texts.overview.problemsTitle}>
      <Counts
        rows={rows.map(([key, count]) => ({
          key,
          name: texts.overview.problems[key],
          count,
          to: `/orders?problem=${key}`,
        }))}
      />
    </Panel>
  )
}

function Counts({ rows }: { rows: readonly { key: string; name: ReactNode; count: number; to: string }[] }) {
  const { number } = useWords()
  return (
    <ul className="overview-counts">
      {rows.map(({ key, name, count, to }) => (
        <li key={key}>
          <Link to={to}>{name}</Link>
          <strong className={count === 0 ? 'muted' : undefined}>{number(count)}</strong>
        </li>
      ))}
    </ul>
  )
}

function Series({ overview: { series } }: { overview: Overview }) {
  const words = useWords()
  const { texts, number, money, date } = words
  const { overview } = texts
  // Day and month are enough under a plot of two weeks.
  const dayOf = (day: string) => date(day).split(' ').slice(0, 2).join(' ')
  const shared = { labelTitle: overview.day }
  return (
    <div className="overview-halves">
      <Panel>
        <Plot
          {...shared}
          kind="bar"
          least={10}
          title={overview.ordersPlot}
          valueTitle={overview.count}
          write={(value) => number(Math.round(value))}
          points={series.map(({ day, orders }) => ({ label: dayOf(day), value: orders }))}
        />
      </Panel>
      <Panel>
        <Plot
          {...shared}
          kind="line"
          least={10_000_00}
          title={overview.moneyPlot}
          valueTitle={overview.amount}
          write={(value) => money(Math.round(value))}
          writeShort={(paisa) => shortMoney(paisa, words)}
          points={series.map(({ day, totalPaisa }) => ({ label: dayOf(day), value: totalPaisa }))}
        />
      </Panel>
    </div>
  )
}

const lakhPaisa = 100_000_00
const crorePaisa = 100 * lakhPaisa

/** `৳50 lakh`, as people say it; whole taka below a lakh. */
function shortMoney(paisa: number, { texts: { overview }, number, money }: Words): string {
  const inTenths = (unit: number) => number(Math.round((paisa / unit) * 10) / 10)
  if (paisa >= crorePaisa) return overview.crore(inTenths(crorePaisa))
  return paisa >= lakhPaisa ? overview.lakh(inTenths(lakhPaisa)) : money(Math.round(paisa))
}
