// What a slip costs, in letters. People who write Bangla in Latin letters choose vowels freely.
const otherVowel = 0.4
const missingVowel = 0.5
const otherLetter = 1
const swappedLetters = 0.8
/** Few people mistype the first letter of a word. */
const otherStart = 0.4

/** How alike two sounds are: 1 is the same, 0 nothing in common. Stops early and returns 0 when below `least`. */
export function similarity(a: string, b: string, least: number): number {
  const longest = Math.max(a.length, b.length)
  // A little more, because sums of tenths are not exact.
  const costMax = longest * (1 - least) + 1e-9
  if (longest === 0 || longest > lengthMax || Math.abs(a.length - b.length) * missingVowel > costMax) return 0
  const cost = editCost(a, b, costMax)
  const total = a[0] === b[0] ? cost : cost + otherStart
  return total > costMax ? 0 : 1 - total / longest
}

/** Longest sound that is compared; a query word cannot be longer than a query. */
const lengthMax = 100
// Three rows of the table of costs, used again by every comparison: a search makes thousands of them.
let before = new Float64Array(lengthMax + 1)
let previous = new Float64Array(lengthMax + 1)
let current = new Float64Array(lengthMax + 1)

/** Cheapest way from one sound to the other; more than `costMax` may be returned for anything dearer. */
function editCost(a: string, b: string, costMax: number): number {
  previous[0] = 0
  for (let column = 1; column <= b.length; column += 1) {
    previous[column] = (previous[column - 1] as number) + insertCost(b[column - 1] as string)
  }
  for (let row = 1; row <= a.length; row += 1) {
    const letter = a[row - 1] as string
    current[0] = (previous[0] as number) + insertCost(letter)
    let rowMin = current[0] as number
    for (let column = 1; column <= b.length; column += 1) {
      const other = b[column - 1] as string
      let cost = Math.min(
        (previous[column] as number) + insertCost(letter),
        (current[column - 1] as number) + insertCost(other),
        (previous[column - 1] as number) + replaceCost(letter, other),
      )
      const isSwap = row > 1 && column > 1 && letter === b[column - 2] && other === a[row - 2]
      if (isSwap) cost = Math.min(cost, (before[column - 2] as number) + swappedLetters)
      current[column] = cost
      if (cost < rowMin) rowMin = cost
    }
    if (rowMin > costMax + swappedLetters) return rowMin
    ;[before, previous, current] = [previous, current, before]
  }
  return previous[b.length] as number
}

function insertCost(letter: string): number {
  return isVowel(letter) ? missingVowel : otherLetter
}

function replaceCost(a: string, b: string): number {
  if (a === b) return 0
  return isVowel(a) && isVowel(b) ? otherVowel : otherLetter
}

/** Sounds have three vowels, see sounds.ts. */
function isVowel(letter: string): boolean {
  return letter === 'a' || letter === 'i' || letter === 'o'
}
