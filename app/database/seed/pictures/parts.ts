import type { Palette } from './palette.ts'
import {
  box,
  disc,
  frame,
  line,
  oval,
  path,
  polar,
  polygon,
  type Quad,
  repeat,
  ring,
  round,
  surface,
} from './shapes.ts'
import type { Studio } from './studio.ts'

/** Parts that products of many kinds share: lenses, ports, keys, rotors. */

/** A coated camera lens seen straight on. */
export function lens(s: Studio, cx: number, cy: number, r: number, tint = '#35508f'): string {
  return [
    disc(cx, cy, r, s.slant('#6c737d', '#0b0c0f', '#3d434c')),
    disc(cx, cy, r * 0.92, s.slant('#0c0d10', '#24272d')),
    disc(
      cx,
      cy,
      r * 0.74,
      s.glow(
        [
          [0, '#030408'],
          [0.45, mixTint(tint)],
          [0.8, '#0b0e1b'],
          [1, '#020204'],
        ],
        0.5,
        0.55,
      ),
    ),
    ring(cx, cy, r * 0.56, '#ffffff14', r * 0.03),
    disc(
      cx,
      cy,
      r * 0.3,
      s.glow([
        [0, '#000'],
        [1, '#0b1024'],
      ]),
    ),
    oval(
      cx - r * 0.26,
      cy - r * 0.32,
      r * 0.22,
      r * 0.13,
      s.glow([
        [0, '#ffffffe6'],
        [1, '#dfe9ff00'],
      ]),
      `transform="rotate(-38 ${round(cx - r * 0.26)} ${round(cy - r * 0.32)})"`,
    ),
    oval(
      cx + r * 0.24,
      cy + r * 0.34,
      r * 0.24,
      r * 0.12,
      s.glow([
        [0, '#c49bff99'],
        [1, '#c49bff00'],
      ]),
      `transform="rotate(-38 ${round(cx + r * 0.24)} ${round(cy + r * 0.34)})"`,
    ),
  ].join('')
}

function mixTint(tint: string): string {
  return `${tint}cc`
}

export function flash(s: Studio, cx: number, cy: number, r: number): string {
  return (
    disc(cx, cy, r, '#c9ccd1') +
    disc(
      cx,
      cy,
      r * 0.82,
      s.glow(
        [
          [0, '#fffdf2'],
          [0.6, '#fbeec4'],
          [1, '#d9c48f'],
        ],
        0.42,
        0.4,
      ),
    )
  )
}

export function led(s: Studio, cx: number, cy: number, r: number, colour: string): string {
  return (
    disc(
      cx,
      cy,
      r * 3,
      s.glow([
        [0, `${colour}88`],
        [1, `${colour}00`],
      ]),
    ) +
    disc(cx, cy, r, colour) +
    disc(cx - r * 0.25, cy - r * 0.25, r * 0.35, '#ffffffcc')
  )
}

/** A USB-C opening, `w` wide. */
export function usbC(s: Studio, cx: number, cy: number, w: number): string {
  const h = w * 0.36
  return [
    box(cx - w / 2, cy - h / 2, w, h, h / 2, s.down('#5b626b', '#b9bfc6')),
    box(cx - w * 0.44, cy - h * 0.36, w * 0.88, h * 0.72, h * 0.36, '#0b0c0e'),
    box(cx - w * 0.3, cy - h * 0.1, w * 0.6, h * 0.2, h * 0.1, '#3f454c'),
  ].join('')
}

/** A USB-A opening, `w` wide. */
export function usbA(s: Studio, cx: number, cy: number, w: number, tongue = '#2f5fb3'): string {
  const h = w * 0.44
  return [
    box(cx - w / 2, cy - h / 2, w, h, w * 0.05, s.down('#7a818a', '#d3d8dd')),
    box(cx - w * 0.45, cy - h * 0.4, w * 0.9, h * 0.8, w * 0.03, '#0d0e11'),
    box(cx - w * 0.4, cy - h * 0.32, w * 0.8, h * 0.34, w * 0.02, tongue),
  ].join('')
}

export function screw(s: Studio, cx: number, cy: number, r: number): string {
  return (
    disc(cx, cy, r, s.slant('#eef1f4', '#7b838c')) +
    line(
      `M${round(cx - r * 0.55)} ${round(cy)}h${round(r * 1.1)}M${round(cx)} ${round(cy - r * 0.55)}v${round(r * 1.1)}`,
      '#4d545c',
      round(r * 0.26),
    )
  )
}

/** A cord with a lit upper side. */
export function cord(d: string, colour: string, width: number): string {
  return (
    line(d, '#0f141c33', width + 3, 'transform="translate(3 5)"') +
    line(d, colour, width) +
    line(d, '#ffffff40', round(width * 0.28), `transform="translate(${round(-width * 0.12)} ${round(-width * 0.2)})"`)
  )
}

/** Swept blades around a hub. */
export function rotor(
  cx: number,
  cy: number,
  r: number,
  hub: number,
  blades: number,
  fill: string,
  sweep = 34,
): string {
  const step = 360 / blades
  const blade = (index: number) => {
    const from = index * step
    const [ax, ay] = polar(cx, cy, hub * 0.9, from)
    const [bx, by] = polar(cx, cy, r * 0.66, from + sweep * 0.25)
    const [dx, dy] = polar(cx, cy, r, from + sweep)
    const [ex, ey] = polar(cx, cy, r, from + sweep + step * 0.62)
    const [fx, fy] = polar(cx, cy, r * 0.55, from + step * 0.66 + sweep * 0.4)
    const [gx, gy] = polar(cx, cy, hub * 0.9, from + step * 0.6)
    return `M${ax} ${ay}Q${bx} ${by} ${dx} ${dy}A${r} ${r} 0 0 1 ${ex} ${ey}Q${fx} ${fy} ${gx} ${gy}Z`
  }
  return path(repeat(blades, blade), fill)
}

/** Rows of keycaps lying on a surface; each row is a list of key widths in key units. Returns path data. */
export function keysOn(corners: Quad, rows: readonly (readonly number[])[], gapU = 0.008, gapV = 0.02): string {
  const at = surface(corners)
  return rows
    .map((row, rowIndex) => {
      const units = row.reduce((sum, width) => sum + width, 0)
      const top = rowIndex / rows.length + gapV
      const bottom = (rowIndex + 1) / rows.length - gapV
      let left = 0
      return row
        .map((width) => {
          const from = left / units + gapU
          left += width
          const to = left / units - gapU
          return polygon([at(from, top), at(to, top), at(to, bottom), at(from, bottom)])
        })
        .join('')
    })
    .join('')
}

/** A mains plug's two round pins, as sockets in Bangladesh take them, pointing up from (cx, y). */
export function roundPins(s: Studio, cx: number, y: number, spread: number, length: number, r: number): string {
  const pin = (x: number) =>
    box(x - r, y - length, r * 2, length + r, r * 0.9, s.across('#8b929a', '#f6f8fa', '#c5cad0', '#7b828b')) +
    box(x - r, y - length * 0.45, r * 2, length * 0.45, 0, '#22262b')
  return pin(cx - spread / 2) + pin(cx + spread / 2)
}

/** The rim of light along the edge of a moulded body. */
export function rim(x: number, y: number, w: number, h: number, r: number, c: Palette, width = 3): string {
  return frame(x + width / 2, y + width / 2, w - width, h - width, Math.max(0, r - width / 2), `${c.hi}88`, width)
}
