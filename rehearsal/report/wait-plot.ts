import { type WeighedWaits, waitErrorLimit } from '../judgement/weigh-waits.ts'
import { clock } from './plot.ts'

const size = 420
const margin = { top: 12, right: 16, bottom: 44, left: 64 }
const inner = size - margin.left - margin.bottom
/** However many times were told, the drawing has at most the square of it in cells. */
const cells = 40
/** A cell with one telling must be seen as well. */
const faintest = 0.25
const steps = [10, 15, 30, 60, 120, 300, 600, 1_200, 3_600]
const wantedTicks = 6

/** What was told, upwards, against what it came to, to the right: the truth is the diagonal, what is true enough lies in the band. */
export function drawWaitPlot({ promises, within }: WeighedWaits): string {
  const seconds = promises.flatMap(({ toldMs, trueMs }) => [toldMs, trueMs]).toSorted((one, other) => one - other)
  // A single lie of an hour must not press all others into one corner.
  const most = Math.max(60_000, (seconds[Math.floor(seconds.length * 0.99)] ?? 0) * 1.05) / 1_000
  const x = (second: number) => margin.left + (Math.min(most, second) / most) * inner
  const y = (second: number) => margin.top + inner - (Math.min(most, second) / most) * inner
  const step = steps.find((one) => most / one <= wantedTicks) ?? 7_200
  const ticks = Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step)
  const [low, high] = [1 - waitErrorLimit, 1 + waitErrorLimit]
  const name = `What people who waited were told against what it came to: ${Math.round(within * 100)} % of ${promises.length} within a fifth.`
  return `<svg class="square" viewBox="0 0 ${size} ${size - margin.bottom + margin.top + 32}" role="img" aria-label="${name}">
<polygon class="band" points="${x(0)},${y(0)} ${x(most)},${y(most * low)} ${x(most)},${y(most)} ${x(most / high)},${y(most)}"/>
${ticks
  .map(
    (tick) =>
      `<line class="grid" x1="${margin.left}" x2="${margin.left + inner}" y1="${at(y(tick))}" y2="${at(y(tick))}"/><text class="tick" text-anchor="end" x="${margin.left - 8}" y="${at(y(tick) + 4)}">${clock(tick)}</text><text class="tick" text-anchor="middle" x="${at(x(tick))}" y="${margin.top + inner + 18}">${clock(tick)}</text>`,
  )
  .join('\n')}
<line class="marker" x1="${x(0)}" y1="${y(0)}" x2="${x(most)}" y2="${y(most)}"/>
${drawCells(promises, most)
  .map(
    ({ column, row, opacity }) =>
      `<rect x="${at(margin.left + (column / cells) * inner)}" y="${at(margin.top + inner - ((row + 1) / cells) * inner)}" width="${at(inner / cells)}" height="${at(inner / cells)}" fill="#0b57a4" fill-opacity="${opacity.toFixed(2)}"/>`,
  )
  .join('\n')}
<text class="name" x="${margin.left + 6}" y="${margin.top + 14}">told ↑</text>
<text class="name" text-anchor="end" x="${margin.left + inner}" y="${margin.top + inner + 34}">true →</text>
</svg>`
}

function drawCells(promises: WeighedWaits['promises'], most: number) {
  const counts = new Map<number, number>()
  const cellOf = (ms: number) => Math.min(cells - 1, Math.floor((ms / 1_000 / most) * cells))
  for (const { toldMs, trueMs } of promises) {
    const cell = cellOf(toldMs) * cells + cellOf(trueMs)
    counts.set(cell, (counts.get(cell) ?? 0) + 1)
  }
  const fullest = Math.max(...counts.values())
  return [...counts].map(([cell, count]) => ({
    column: cell % cells,
    row: Math.floor(cell / cells),
    opacity: faintest + (1 - faintest) * (count / fullest),
  }))
}

function at(position: number): string {
  return position.toFixed(1)
}
