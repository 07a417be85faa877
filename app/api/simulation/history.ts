import { createHash } from 'node:crypto'

/** What happened, one line per event, without anything that differs between two runs of one seed: no ids, tokens or times. */
export type History = {
  lines: readonly string[]
  note(line: string): void
  /** Equal hashes: the same history. */
  hash(): string
}

export function createHistory(): History {
  const lines: string[] = []
  return {
    lines,
    note: (line) => void lines.push(line),
    hash: () => createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16),
  }
}
