/** Turns PostgreSQL's last words into one sentence that says what to do; unknown words are quoted. */
export function explainPostgresOutput(what: string, lines: readonly string[], dataFolder: string | null): string {
  const text = lines.join('\n')
  if (/No space left on device/.test(text)) return `${what}: the disk is full; free some space.`
  if (/could not map anonymous shared memory|Cannot allocate memory/.test(text)) {
    return `${what}: the machine has too little free memory.`
  }
  if (/libatomic|cannot open shared object file/.test(text)) {
    const library = /(\S+\.so\S*): cannot open shared object file/.exec(text)?.[1] ?? 'a library'
    return `${what}: ${library} is missing on this system; npm run doctor says how to get it.`
  }
  const broken = /(?:FATAL|PANIC):\s+(.*)/.exec(text)?.[1]
  if (
    broken !== undefined &&
    /invalid|incorrect|corrupt|could not (?:open|read|locate)|not a (?:valid|database)|missing/i.test(broken)
  ) {
    const remedy = `restore ${dataFolder ?? 'it'}, or delete it to begin again with an empty shop (its orders are lost)`
    return `${what}: the data folder is broken (${broken}); ${remedy}.`
  }
  if (broken !== undefined) return `${what}: ${broken}`
  const last = lines.filter((line) => line.trim() !== '').slice(-3)
  return `${what}: ${last.join(' / ') || 'it said nothing'}`
}

/** Whether a new server was refused only because processes of the one before are still ending. */
export function isStillEnding(lines: readonly string[]): boolean {
  return /pre-existing shared memory block|lock file .* already exists/.test(lines.join('\n'))
}
