/** Bars and gaps of the 107 signs of Code 128 (ISO/IEC 15417), as widths of bar, gap, bar, gap, bar, gap; the last is the stop sign. */
const signs =
  '212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232'.match(
    /.{6}/g,
  ) as string[]
const stop = '2331112'
const startB = 104

/** The numbers of the signs for a text of printable ASCII: start, text, check sign. Throws RangeError for any other text. */
export function encodeCode128(text: string): number[] {
  const values = [...text].map((character) => character.charCodeAt(0) - 32)
  if (values.length === 0 || values.some((value) => value < 0 || value > 94))
    throw new RangeError('not printable ASCII')
  const check = values.reduce((sum, value, index) => sum + value * (index + 1), startB) % 103
  return [startB, ...values, check]
}

export type Bar = { x: number; width: number }

/** The bars of a text in modules from its left edge, and how many modules it is wide. */
export function drawCode128(text: string): { bars: Bar[]; width: number } {
  const widths = [...encodeCode128(text).map((value) => signs[value] ?? ''), stop].join('')
  const bars: Bar[] = []
  let x = 0
  for (const [index, digit] of [...widths].entries()) {
    const width = Number(digit)
    if (index % 2 === 0) bars.push({ x, width })
    x += width
  }
  return { bars, width: x }
}
