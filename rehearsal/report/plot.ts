import { escapeHtml } from './html.ts'

type Line = {
  name: string /** One value a second; null where there is none. */
  values: readonly (number | null)[]
}
export type Marker = { atSecond: number; name: string }
export type Plot = {
  title: string
  /** What the y axis counts, such as "ms" or "a second". */
  unit: string
  lines: readonly Line[]
  markers: readonly Marker[]
  /** Seconds on the x axis. */
  seconds: number
  /** For values over several orders of magnitude. */
  isLogarithmic?: boolean
}

const width = 960
const height = 260
const margin = { top: 30, right: 16, bottom: 34, left: 64 }
const inner = { width: width - margin.left - margin.right, height: height - margin.top - margin.bottom }
/** Lines wanted across the plot; the steps are 1, 2 or 5 times a power of ten. */
const wantedTicks = 5
/** Told apart by lightness too, for those who do not see colours. */
const colours = ['#0b57a4', '#d1570b', '#2f8f5b', '#8b1d3f']
const dashes = ['', '7 3', '2 3', '9 3 2 3']

/** A plot over time as one SVG, with its lines named in the drawing and its last values in its text. */
export function drawPlot(plot: Plot): string {
  const y = plot.isLogarithmic ? logarithmicAxis(plot) : linearAxis(plot)
  const x = (second: number) => margin.left + (second / Math.max(1, plot.seconds)) * inner.width
  const description = `${plot.title}, ${plot.unit}. ${plot.lines.map((line) => `${line.name}: at most ${shown(most(line))}`).join('; ')}.`
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(description)}">
${y.ticks
  .map(
    (tick) =>
      `<line class="grid" x1="${margin.left}" x2="${width - margin.right}" y1="${at(y.of(tick))}" y2="${at(y.of(tick))}"/><text class="tick" text-anchor="end" x="${margin.left - 8}" y="${at(y.of(tick) + 4)}">${shown(tick)}</text>`,
  )
  .join('\n')}
${timeTicks(plot.seconds)
  .map(
    (second) =>
      `<text class="tick" text-anchor="middle" x="${at(x(second))}" y="${height - margin.bottom + 18}">${clock(second)}</text>`,
  )
  .join('\n')}
${plot.markers
  .map(
    (marker, index) =>
      `<line class="marker" x1="${at(x(marker.atSecond))}" x2="${at(x(marker.atSecond))}" y1="${margin.top}" y2="${height - margin.bottom}"/><text class="marker-name" x="${at(x(marker.atSecond) + 4)}" y="${margin.top + 10 + (index % 3) * 12}">${escapeHtml(marker.name)}</text>`,
  )
  .join('\n')}
${plot.lines.map((line, index) => drawLine(line, index, x, y.of)).join('\n')}
${plot.lines
  .map(
    (line, index) =>
      `<g transform="translate(${margin.left + index * 170} 14)"><line x1="0" x2="22" y1="-4" y2="-4" stroke="${colours[index % colours.length]}" stroke-width="2" stroke-dasharray="${dashes[index % dashes.length]}"/><text class="name" x="28">${escapeHtml(line.name)}</text></g>`,
  )
  .join('\n')}
</svg>`
}

/** A new stretch begins after each gap. */
function drawLine(line: Line, index: number, x: (second: number) => number, y: (value: number) => number): string {
  let path = ''
  let isOpen = false
  line.values.forEach((value, second) => {
    if (value === null) {
      isOpen = false
      return
    }
    const point = `${at(x(second))} ${at(y(value))}`
    // A value between two gaps is a dot.
    path += isOpen ? `L${point}` : `M${point}h0.1`
    isOpen = true
  })
  return `<path fill="none" stroke="${colours[index % colours.length]}" stroke-width="1.6" stroke-linecap="round" stroke-dasharray="${dashes[index % dashes.length]}" d="${path}"/>`
}

type Axis = { ticks: number[]; of: (value: number) => number }

function linearAxis(plot: Plot): Axis {
  const top = Math.max(1, ...plot.lines.map(most))
  const rough = top / wantedTicks
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power
  const ticks = Array.from({ length: Math.ceil(top / step) + 1 }, (_, index) => index * step)
  const highest = ticks.at(-1) ?? top
  return { ticks, of: (value) => margin.top + inner.height * (1 - value / highest) }
}

function logarithmicAxis(plot: Plot): Axis {
  const highest = Math.ceil(Math.log10(Math.max(10, ...plot.lines.map(most))))
  const ticks = Array.from({ length: highest + 1 }, (_, index) => 10 ** index)
  const of = (value: number) => margin.top + inner.height * (1 - Math.log10(Math.max(1, value)) / highest)
  return { ticks, of }
}

function most(line: Line): number {
  let found = 0
  for (const value of line.values) if (value !== null && value > found) found = value
  return found
}

function timeTicks(seconds: number): number[] {
  const step = [10, 15, 30, 60, 120, 300, 600].find((one) => seconds / one <= 12) ?? 1_200
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step)
}

export function clock(second: number): string {
  const whole = Math.floor(second)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

function at(position: number): string {
  return position.toFixed(1)
}

function shown(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })
}
