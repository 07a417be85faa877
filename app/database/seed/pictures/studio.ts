import type { Palette } from './palette.ts'
import { box, oval, round } from './shapes.ts'

/** A gradient stop: a colour placed evenly among its neighbours, or at an offset from 0 to 1. */
type Stop = string | readonly [number, string]

/** Draws one product: a list of SVG fragments, back to front. */
export type Style = (s: Studio, c: Palette) => string[]

export type Studio = ReturnType<typeof openStudio>

type Define = (tag: string, attributes: string, content: string) => string

function stopTags(stops: readonly Stop[]): string {
  return stops
    .map((stop, index) => {
      const [offset, colour] = typeof stop === 'string' ? [index / Math.max(1, stops.length - 1), stop] : stop
      return `<stop offset="${Math.round(offset * 1000) / 1000}" stop-color="${colour}"/>`
    })
    .join('')
}

/** Collects gradients, patterns, clips and filters under numbered ids, the same one for the same content. */
function collectDefinitions() {
  const ids = new Map<string, string>()
  const define: Define = (tag, attributes, content) => {
    const key = `<${tag} id="?" ${attributes}>${content}</${tag}>`
    const known = ids.get(key)
    if (known) return known
    const id = `p${ids.size}`
    ids.set(key, id)
    return id
  }
  const definitions = () => [...ids].map(([content, id]) => content.replace('id="?"', `id="${id}"`)).join('')
  return { define, definitions }
}

function paintsWith(define: Define) {
  const linear = (direction: string, stops: readonly Stop[]) =>
    `url(#${define('linearGradient', direction, stopTags(stops))})`
  return {
    down: (...stops: Stop[]) => linear('x1="0" y1="0" x2="0" y2="1"', stops),
    across: (...stops: Stop[]) => linear('x1="0" y1="0" x2="1" y2="0"', stops),
    slant: (...stops: Stop[]) => linear('x1="0" y1="0" x2="1" y2="1"', stops),
    rise: (...stops: Stop[]) => linear('x1="0" y1="1" x2="1" y2="0"', stops),
    glow: (stops: readonly Stop[], cx = 0.5, cy = 0.5, r = 0.5) =>
      `url(#${define('radialGradient', `cx="${cx}" cy="${cy}" r="${r}"`, stopTags(stops))})`,

    /** The shading of a round body lit from the upper left. */
    barrel: (c: Palette) =>
      linear('x1="0" y1="0" x2="1" y2="0"', [
        [0, c.darker],
        [0.05, c.dark],
        [0.2, c.lighter],
        [0.32, c.light],
        [0.58, c.base],
        [0.86, c.dark],
        [0.95, c.darker],
        [1, c.dark],
      ]),

    /** A fill of staggered dots, for speaker grilles and mesh. */
    dots: (step: number, r: number, fill: string) => {
      const dot = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
      const content = dot(step / 4, step / 4) + dot((step * 3) / 4, (step * 3) / 4)
      return `url(#${define('pattern', `width="${step}" height="${step}" patternUnits="userSpaceOnUse"`, content)})`
    },

    /** A fill of parallel lines at an angle, for vents, brushed metal and fabric. */
    stripes: (step: number, width: number, fill: string, degrees = 0) => {
      const attributes = `width="${step}" height="${step}" patternUnits="userSpaceOnUse" patternTransform="rotate(${degrees})"`
      return `url(#${define('pattern', attributes, `<rect width="${step}" height="${width}" fill="${fill}"/>`)})`
    },
  }
}

function effectsWith(define: Define) {
  return {
    clip: (shape: string, ...children: string[]) =>
      `<g clip-path="url(#${define('clipPath', '', shape)})">${children.join('')}</g>`,

    blur: (deviation: number, ...children: string[]) => {
      const area = 'x="-60%" y="-60%" width="220%" height="220%"'
      const id = define('filter', area, `<feGaussianBlur stdDeviation="${round(deviation)}"/>`)
      return `<g filter="url(#${id})">${children.join('')}</g>`
    },

    /** Children with the soft shadow they cast on what lies behind them. */
    lift: (drop: number, deviation: number, opacity: number, ...children: string[]) => {
      const id = define(
        'filter',
        'x="-30%" y="-30%" width="160%" height="160%"',
        `<feGaussianBlur in="SourceAlpha" stdDeviation="${deviation}"/><feOffset dy="${drop}" result="s"/>` +
          `<feColorMatrix in="s" values="0 0 0 0 0.09 0 0 0 0 0.11 0 0 0 0 0.15 0 0 0 ${opacity} 0" result="t"/>` +
          '<feMerge><feMergeNode in="t"/><feMergeNode in="SourceGraphic"/></feMerge>',
      )
      return `<g filter="url(#${id})">${children.join('')}</g>`
    },
  }
}

function sceneryWith(paints: ReturnType<typeof paintsWith>) {
  return {
    /** The shadow of a product standing on the studio table: a wide soft pool and a tight dark contact line. */
    floor(cx: number, cy: number, rx: number, strength = 1): string {
      const shade = (opacity: number) =>
        `#161c28${Math.round(opacity * 255)
          .toString(16)
          .padStart(2, '0')}`
      const pool = paints.glow([
        [0, shade(0.34 * strength)],
        [0.5, shade(0.15 * strength)],
        [1, shade(0)],
      ])
      const contact = paints.glow([
        [0, shade(0.62 * strength)],
        [0.7, shade(0.3 * strength)],
        [1, shade(0)],
      ])
      return (
        oval(cx, cy + 6, rx * 1.16, Math.min(46, rx * 0.16), pool) + oval(cx, cy, rx, Math.min(14, rx * 0.05), contact)
      )
    },

    /** White at the edges so that a card on a white page shows no seam, a breath of grey behind the product. */
    backdrop(): string {
      const halo = paints.glow(
        [
          [0, '#e4e8ec'],
          [0.55, '#f1f3f5'],
          [1, '#ffffff'],
        ],
        0.5,
        0.52,
        0.56,
      )
      return box(0, 0, 960, 960, 0, '#ffffff') + box(0, 0, 960, 960, 0, halo)
    },
  }
}

/** The lights and backdrop of one picture; a drawing made with it is the same text every time. */
export function openStudio() {
  const { define, definitions } = collectDefinitions()
  const paints = paintsWith(define)
  return { definitions, ...paints, ...effectsWith(define), ...sceneryWith(paints) }
}
