/** The few SVG shapes every drawing is made of, as strings. */

/** One decimal is a tenth of a pixel on the 960 canvas; it also keeps equal drawings equal on every machine. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

export function box(x: number, y: number, w: number, h: number, r: number, fill: string, more = ''): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}" rx="${round(r)}" fill="${fill}" ${more}/>`
}

export function disc(cx: number, cy: number, r: number, fill: string, more = ''): string {
  return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(r)}" fill="${fill}" ${more}/>`
}

export function oval(cx: number, cy: number, rx: number, ry: number, fill: string, more = ''): string {
  return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}" fill="${fill}" ${more}/>`
}

export function path(d: string, fill: string, more = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`
}

export function line(d: string, colour: string, width: number, more = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

/** A circle's outline. */
export function ring(cx: number, cy: number, r: number, colour: string, width: number, more = ''): string {
  return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(r)}" fill="none" stroke="${colour}" stroke-width="${width}" ${more}/>`
}

/** A rounded rectangle's outline. */
export function frame(x: number, y: number, w: number, h: number, r: number, colour: string, width: number, more = '') {
  return box(x, y, w, h, r, 'none', `stroke="${colour}" stroke-width="${width}" ${more}`)
}

export function group(transform: string, ...children: string[]): string {
  return `<g transform="${transform}">${children.join('')}</g>`
}

export function turn(degrees: number, cx: number, cy: number, ...children: string[]): string {
  return group(`rotate(${round(degrees)} ${round(cx)} ${round(cy)})`, ...children)
}

/** Mirrors left and right about a vertical line. */
export function flip(x: number, ...children: string[]): string {
  return group(`translate(${round(2 * x)} 0) scale(-1 1)`, ...children)
}

export function fade(opacity: number, ...children: string[]): string {
  return `<g opacity="${opacity}">${children.join('')}</g>`
}

/** `count` copies, each made from its index. */
export function repeat(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('')
}

/** A point on a circle; 0 degrees is up and angles grow clockwise. */
export function polar(cx: number, cy: number, r: number, degrees: number): [number, number] {
  const radians = ((degrees - 90) * Math.PI) / 180
  return [round(cx + r * Math.cos(radians)), round(cy + r * Math.sin(radians))]
}

export function polygon(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`
}

export type Quad = readonly [
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
]

/**
 * Maps the unit square onto four corners (top left, top right, bottom right, bottom left) so that rows of keys or tiles
 * can lie on a surface seen at an angle.
 */
export function surface(corners: Quad): (u: number, v: number) => [number, number] {
  const [a, b, c, d] = corners
  return (u, v) => [
    (1 - u) * (1 - v) * a[0] + u * (1 - v) * b[0] + u * v * c[0] + (1 - u) * v * d[0],
    (1 - u) * (1 - v) * a[1] + u * (1 - v) * b[1] + u * v * c[1] + (1 - u) * v * d[1],
  ]
}
