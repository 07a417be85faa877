import { box, disc, group, line, path, polygon, round } from './shapes.ts'
import type { Studio } from './studio.ts'

/** What displays show: generated wallpapers, glass reflections and lit digits. */

const wallpapers = [
  ['#0d2b45', '#1f6f78', '#f2a65a', '#f7d9a8'],
  ['#2a1a5e', '#6b3fa0', '#f45d7a', '#ffb37a'],
  ['#063d3a', '#0b6b4f', '#8fd694', '#f5e6a3'],
  ['#0b2a6b', '#2f6fe0', '#8fd3ff', '#e9f6ff'],
  ['#3b0d2e', '#a12a5e', '#ff8a5c', '#ffd6a5'],
  ['#14213d', '#33508f', '#b48ead', '#ffdfd3'],
  ['#10131a', '#2a3550', '#5fa8d3', '#cfe8ef'],
  ['#0a3a5a', '#128a9c', '#73e0c0', '#f4ffd8'],
] as const

/** A generated abstract picture: two soft suns behind three ridges of haze. `variety` picks its colours. */
export function wallpaper(s: Studio, x: number, y: number, w: number, h: number, r: number, variety: number): string {
  const [night, mid, warm, pale] = wallpapers[variety % wallpapers.length] ?? wallpapers[0]
  const ridge = (from: number, swing: number) =>
    `M${round(x)} ${round(y + h * from)}C${round(x + w * 0.3)} ${round(y + h * (from - swing))} ${round(x + w * 0.45)} ${round(y + h * (from + swing))} ` +
    `${round(x + w * 0.68)} ${round(y + h * (from - swing * 0.2))}S${round(x + w * 0.92)} ${round(y + h * (from - swing))} ${round(x + w)} ` +
    `${round(y + h * (from - swing * 0.5))}V${round(y + h)}H${round(x)}Z`
  return s.clip(
    box(x, y, w, h, r, '#000'),
    box(x, y, w, h, 0, s.slant(night, mid, warm)),
    disc(
      x + w * 0.72,
      y + h * 0.36,
      Math.min(w, h) * 0.62,
      s.glow([
        [0, pale],
        [0.35, `${pale}aa`],
        [1, `${warm}00`],
      ]),
    ),
    disc(
      x + w * 0.1,
      y + h * 0.15,
      Math.max(w, h) * 0.5,
      s.glow([
        [0, `${mid}dd`],
        [1, `${mid}00`],
      ]),
    ),
    path(ridge(0.62, 0.14), s.slant(`${warm}cc`, `${mid}e6`)),
    path(ridge(0.74, 0.1), s.slant(`${mid}f2`, `${night}f2`)),
    path(ridge(0.88, 0.08), s.slant(night, `${mid}`)),
    box(x, y, w, h, 0, s.down([0, '#ffffff22'], [0.4, '#ffffff00'], [1, '#00000033'])),
  )
}

/** The slanted window reflection on glass. */
export function sheen(s: Studio, x: number, y: number, w: number, h: number, r: number, strength = 0.16): string {
  const top = Math.round(strength * 255)
    .toString(16)
    .padStart(2, '0')
  return s.clip(
    box(x, y, w, h, r, '#000'),
    path(
      polygon([
        [x + w * 0.42, y],
        [x + w, y],
        [x + w, y + h * 0.72],
      ]),
      s.slant(`#ffffff${top}`, '#ffffff05'),
    ),
  )
}

/** A lit display under glass. */
export function screen(s: Studio, x: number, y: number, w: number, h: number, r: number, variety: number): string {
  return wallpaper(s, x, y, w, h, r, variety) + sheen(s, x, y, w, h, r)
}

/** A row of seven-segment digits, `h` tall; any character but a digit leaves a gap. */
export function digits(value: string, x: number, y: number, h: number, colour: string): string {
  const lit: Record<string, string> = {
    0: 'abcdef',
    1: 'bc',
    2: 'abged',
    3: 'abgcd',
    4: 'fgbc',
    5: 'afgcd',
    6: 'afgedc',
    7: 'abc',
    8: 'abcdefg',
    9: 'abfgcd',
  }
  const w = h * 0.52
  const segments: Record<string, string> = {
    a: `M0 0h${w}`,
    b: `M${w} 0v${h / 2}`,
    c: `M${w} ${h / 2}v${h / 2}`,
    d: `M0 ${h}h${w}`,
    e: `M0 ${h / 2}v${h / 2}`,
    f: `M0 0v${h / 2}`,
    g: `M0 ${h / 2}h${w}`,
  }
  return [...value]
    .map((digit, index) =>
      group(
        `translate(${round(x + index * h * 0.82)} ${round(y)})`,
        line([...(lit[digit] ?? '')].map((segment) => segments[segment] ?? '').join(''), colour, round(h * 0.12)),
      ),
    )
    .join('')
}
