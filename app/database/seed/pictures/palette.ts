/** The tones one product colour takes under studio light, from the brightest reflection to the deepest crease. */
export type Palette = {
  hi: string
  lighter: string
  light: string
  base: string
  dark: string
  darker: string
  deep: string
  /** Fine print, buttons and seams that stay readable on `base`. */
  detail: string
  isDark: boolean
}

type Rgb = [number, number, number]

function parse(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb
}

/** Blends two `#rrggbb` colours; `amount` 0 is all `from`, 1 is all `to`. */
function mix(from: string, to: string, amount: number): string {
  const target = parse(to)
  const blended = parse(from).map((channel, index) => Math.round(channel + ((target[index] ?? 0) - channel) * amount))
  return `#${blended.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

function luminance(hex: string): number {
  const [red, green, blue] = parse(hex)
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255
}

/**
 * Near-white bodies need cool grey shadows to stand out from the backdrop and near-black ones need lifted highlights to
 * show their shape, so the steps differ at both ends of the scale.
 */
export function paletteOf(hex: string): Palette {
  const brightness = luminance(hex)
  const lift = (amount: number) => mix(hex, '#ffffff', amount)
  if (brightness > 0.85) {
    const sink = (amount: number) => mix(hex, '#66707d', amount)
    return {
      hi: '#ffffff',
      lighter: '#ffffff',
      light: hex,
      base: sink(0.1),
      dark: sink(0.26),
      darker: sink(0.42),
      deep: sink(0.64),
      detail: '#8b939d',
      isDark: false,
    }
  }
  if (brightness < 0.25) {
    const sink = (amount: number) => mix(hex, '#020305', amount)
    return {
      hi: lift(0.52),
      lighter: lift(0.3),
      light: lift(0.16),
      base: lift(0.03),
      dark: sink(0.35),
      darker: sink(0.58),
      deep: sink(0.8),
      detail: lift(0.42),
      isDark: true,
    }
  }
  const sink = (amount: number) => mix(hex, '#0b0e18', amount)
  return {
    hi: lift(0.72),
    lighter: lift(0.46),
    light: lift(0.22),
    base: hex,
    dark: sink(0.2),
    darker: sink(0.38),
    deep: sink(0.6),
    detail: brightness > 0.55 ? sink(0.5) : lift(0.55),
    isDark: brightness < 0.5,
  }
}
