import { fade, group, path, polygon, round } from './shapes.ts'
import type { Studio } from './studio.ts'

export type Cuboid = {
  x: number
  y: number
  w: number
  h: number
  depth: number
  /** Screen direction of one unit along the front face. */
  right: readonly [number, number]
  /** Screen direction of one unit from the front to the back. */
  back: readonly [number, number]
}

/** A box seen from the front, right and above; each face's fragments are drawn in that face's own flat coordinates. */
export function cuboid(b: Cuboid, faces: { front?: string[]; side?: string[]; top?: string[] }): string {
  const matrix = (u: readonly [number, number], v: readonly [number, number], x: number, y: number) =>
    `matrix(${u[0]} ${u[1]} ${v[0]} ${v[1]} ${round(x)} ${round(y)})`
  const down = [0, 1] as const
  const [rx, ry] = [b.right[0] * b.w, b.right[1] * b.w]
  const [kx, ky] = [b.back[0] * b.depth, b.back[1] * b.depth]
  const silhouette = polygon([
    [b.x, b.y],
    [b.x + kx, b.y + ky],
    [b.x + rx + kx, b.y + ry + ky],
    [b.x + rx + kx, b.y + ry + ky + b.h],
    [b.x + rx, b.y + ry + b.h],
    [b.x, b.y + b.h],
  ])
  return [
    // A hairline keeps the top of a white box apart from a white page.
    path(silhouette, 'none', 'stroke="#69727e" stroke-opacity="0.45" stroke-width="3" stroke-linejoin="round"'),
    // The top runs from the back edge to the front one so that its own y axis points towards the viewer.
    group(
      matrix(b.right, [-b.back[0], -b.back[1]], b.x + b.back[0] * b.depth, b.y + b.back[1] * b.depth),
      ...(faces.top ?? []),
    ),
    group(matrix(b.back, down, b.x + b.right[0] * b.w, b.y + b.right[1] * b.w), ...(faces.side ?? [])),
    group(matrix(b.right, down, b.x, b.y), ...(faces.front ?? [])),
  ].join('')
}

/** The shadow a cuboid throws on the table: its own footprint, blurred, so that it stands instead of hovering. */
export function footing(s: Studio, b: Cuboid, strength = 0.5): string {
  const left = [b.x, b.y + b.h] as const
  const corner = [b.x + b.right[0] * b.w, b.y + b.h + b.right[1] * b.w] as const
  const rear = [corner[0] + b.back[0] * b.depth, corner[1] + b.back[1] * b.depth] as const
  const far = [left[0] + b.back[0] * b.depth, left[1] + b.back[1] * b.depth] as const
  const spread = (by: number) =>
    polygon([
      [left[0] - by, left[1]],
      [corner[0], corner[1] + by * 0.55],
      [rear[0] + by, rear[1] + by * 0.15],
      [far[0], far[1]],
    ])
  return (
    fade(strength * 0.6, s.blur(20, path(spread(30), '#161c28'))) +
    fade(strength, s.blur(5, path(spread(5), '#161c28')))
  )
}
