import { actionKinds, type KindSecond, type Second } from '../measures/measures.ts'
import { escapeHtml } from './html.ts'
import { clock, drawPlot, type Marker, type Plot } from './plot.ts'
import { isPassed, type Result } from './result.ts'
import { drawWaitPlot } from './wait-plot.ts'

/** One self-contained page: verdicts first, then what led to them. Needs no script and nothing from elsewhere. */
export function writePage(result: Result): string {
  const { plan, verdicts, startedAt, drill } = result
  const passed = isPassed(result)
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(drill?.name ?? 'Rehearsal')} ${escapeHtml(startedAt.slice(0, 16).replace('T', ' '))}: ${passed ? 'held' : 'not held'}</title>
<style>${style}</style>
<header class="${passed ? 'good' : 'bad'}">
<h1>${drill === undefined ? '' : `${escapeHtml(drill.name)}: `}${passed ? 'The shop held' : 'The shop did not hold'}</h1>
${drill === undefined ? '' : `<p>${escapeHtml(drill.sentence)}</p>\n`}<p>${plan.visitors.toLocaleString('en')} visitors in ${Math.round(plan.durationMs / 1_000)} s against ${escapeHtml(plan.origin)}, ${escapeHtml(startedAt)} (UTC), seed ${plan.seed}. ${escapeHtml(result.machine)}.</p>
</header>
<main>
<h2>Verdicts</h2>
<ul class="verdicts">
${verdicts.map(({ name, isGood, found }) => `<li class="${isGood ? 'good' : 'bad'}"><strong>${isGood ? '✓' : '✗'} ${escapeHtml(name)}</strong><span>${escapeHtml(found)}</span></li>`).join('\n')}
</ul>
<h2>What visitors met</h2>
${kindsTable(result)}
<h2>Over time</h2>
${plotsOf(result)
  .map(
    (plot) =>
      `<section><h3>${escapeHtml(plot.title)} <small>${escapeHtml(plot.unit)}</small></h3>${drawPlot(plot)}</section>`,
  )
  .join('\n')}
${waitSection(result)}
${recoveryTable(result)}
${problemsTable(result)}
<h2>Play it again</h2>
<pre>${escapeHtml(result.command)}</pre>
</main>
</html>
`
}

function plotsOf(result: Result): Plot[] {
  const { series, plan } = result
  const markers: Marker[] = [
    ...(plan.flash === null ? [] : [{ atSecond: plan.openingMs / 1_000, name: 'opening' }]),
    ...result.faults.map(({ name, beganMs }) => ({ atSecond: beganMs / 1_000, name })),
  ]
  const shared = { markers, seconds: series.seconds.length }
  const per = (read: (second: Second) => number | null) => series.seconds.map(read)
  const all = (second: Second, read: (one: KindSecond) => number) =>
    actionKinds.reduce((sum, kind) => sum + read(second.of(kind)), 0)
  const quantile = (share: number) => per((second) => second.of('page').latency.quantile(share))
  const orderQuantile = (share: number) => per((second) => second.of('order').latency.quantile(share))
  let arrived = 0
  let ordered = 0
  const plots: Plot[] = [
    {
      ...shared,
      title: 'Arrivals and actions',
      unit: 'a second',
      lines: [
        {
          name: 'actions',
          values: per((second) => all(second, (one) => one.ok + one.refused + one.busy + one.failed)),
        },
        { name: 'arrivals', values: per((second) => second.arrived) },
      ],
    },
    {
      ...shared,
      title: 'Visitors in the shop',
      unit: 'people',
      lines: [
        {
          name: 'visitors',
          values: per((second) => {
            arrived += second.arrived
            return arrived
          }),
        },
        ...((plan.flash?.roomOfSale ?? null) !== null
          ? [{ name: 'in the waiting room', values: series.waiting() }]
          : []),
      ],
    },
    {
      ...shared,
      title: 'Pages: from the moment the visitor meant to look',
      unit: 'ms',
      isLogarithmic: true,
      lines: [
        { name: 'p50', values: quantile(0.5) },
        { name: 'p99', values: quantile(0.99) },
      ],
    },
    {
      ...shared,
      title: 'Orders: from the press of the button',
      unit: 'ms',
      isLogarithmic: true,
      lines: [
        { name: 'p50', values: orderQuantile(0.5) },
        { name: 'p99', values: orderQuantile(0.99) },
      ],
    },
    {
      ...shared,
      title: 'Not what was wanted',
      unit: 'a second',
      lines: [
        { name: 'failed', values: per((second) => all(second, (one) => one.failed)) },
        { name: 'asked to wait', values: per((second) => all(second, (one) => one.busy)) },
        { name: 'honest refusals', values: per((second) => all(second, (one) => one.refused)) },
        { name: 'repeated', values: per((second) => all(second, (one) => one.repeated)) },
      ],
    },
    {
      ...shared,
      title: 'Orders',
      unit: 'a second, and in all',
      lines: [
        { name: 'a second', values: per((second) => second.ordered) },
        {
          name: 'in all',
          values: per((second) => {
            ordered += second.ordered
            return ordered
          }),
        },
      ],
    },
  ]
  if (result.flashLeft.length > 0) {
    const lines = [{ name: 'units left', values: result.flashLeft }]
    plots.push({ ...shared, title: 'The product on sale', unit: 'units nobody has yet, as visitors know', lines })
  }
  return plots
}

function kindsTable({ series }: Result): string {
  const words: Record<(typeof actionKinds)[number], string> = {
    page: 'page',
    personal: 'personal request of a page',
    cart: 'cart and checkout',
    order: 'press of the order button',
    room: 'waiting room',
    payment: 'payment',
  }
  const rows = actionKinds
    .map((kind) => ({ kind, sum: series.total(kind) }))
    .filter(({ sum }) => sum.latency.total > 0)
    .map(({ kind, sum }) => [
      words[kind],
      ...[sum.ok, sum.refused, sum.busy, sum.failed, sum.repeated].map((value) => value.toLocaleString('en')),
      ...[0.5, 0.95, 0.99].map((share) => (sum.latency.quantile(share) ?? 0).toFixed(1)),
    ])
  return table(['', 'ok', 'refused', 'wait', 'failed', 'repeated', 'p50 ms', 'p95 ms', 'p99 ms'], rows)
}

function waitSection({ waits }: Result): string {
  if (waits === null) return ''
  return `<h2>What people who waited were told</h2>
<section><h3>Waiting time told, and until they were let in <small>minutes; darker: more often</small></h3>${drawWaitPlot(waits)}
<p class="note">In the band it was true to a fifth. Above the line people were let in earlier than they were told, below it later.</p></section>`
}

function recoveryTable({ recoveries, faults }: Result): string {
  if (faults.length === 0) return ''
  const rows = recoveries.map(({ fault, seconds, failed, repeated }) => [
    fault.name,
    clock(fault.beganMs / 1_000),
    seconds === null ? 'not until the end' : `${seconds.toFixed(1)} s`,
    failed.toLocaleString('en'),
    repeated.toLocaleString('en'),
  ])
  return `<h2>Faults and recovery</h2>
<p>Recovered: the first of three whole seconds in which nothing failed for anybody. Repeated: sent once more after a reset or five silent seconds, as the shop's own clients do.</p>
${table(['fault', 'at', 'recovered after', 'failed', 'repeated'], rows)}`
}

function problemsTable({ problems }: Result): string {
  if (problems.length === 0) return ''
  const rows = problems.map(([sentence, times]) => [sentence, times.toLocaleString('en')])
  return `<h2>In words</h2>${table(['what visitors met', 'times'], rows)}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[], tag: 'td' | 'th') =>
    row.map((cell, index) => `<${tag}${index === 0 ? '' : ' class="number"'}>${escapeHtml(cell)}</${tag}>`).join('')
  return `<div class="scroll"><table><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table></div>`
}

const style = `
:root { color-scheme: light; font: 16px/1.5 system-ui, sans-serif; color: #17212b; background: #f5f6f8 }
body { margin: 0 }
header { padding: 32px max(24px, calc(50vw - 480px)); color: #fff }
header.good { background: #17603a } header.bad { background: #8b1d2c }
h1 { margin: 0; font-size: 28px } header p { margin: 6px 0 0; opacity: .92 }
main { max-width: 960px; margin: 0 auto; padding: 8px 24px 64px }
h2 { margin: 36px 0 12px; font-size: 20px } h3 { margin: 20px 0 4px; font-size: 16px } small { font-weight: 400; color: #5b6875 }
.verdicts { list-style: none; padding: 0; display: grid; gap: 8px }
.verdicts li { background: #fff; border-left: 5px solid; padding: 10px 14px; display: grid; border-radius: 4px }
.verdicts .good { border-color: #2f8f5b } .verdicts .bad { border-color: #b3263a }
.verdicts span { color: #45525f }
section { background: #fff; border-radius: 6px; padding: 4px 14px 10px; margin: 0 0 12px }
svg { width: 100%; height: auto; display: block }
.square { max-width: 520px } .band { fill: #e4f2ea } .note { margin: 4px 0; font-size: 14px; color: #45525f }
.grid { stroke: #e3e7eb } .tick, .name { font-size: 12px; fill: #5b6875 } .name { fill: #17212b }
.marker { stroke: #5b6875; stroke-dasharray: 3 3 } .marker-name { font-size: 11px; fill: #45525f }
.scroll { overflow-x: auto; background: #fff; border-radius: 6px }
table { border-collapse: collapse; width: 100%; font-size: 14px }
th, td { padding: 7px 12px; text-align: left; border-bottom: 1px solid #edf0f2 } .number { text-align: right; font-variant-numeric: tabular-nums }
pre { background: #fff; padding: 12px; border-radius: 6px; overflow-x: auto }
`
