/** A place in a row. Whoever has one passes it on, also when it never went. */
export type Turn = {
  /** Resolves when everybody before has passed. */
  wait(): Promise<void>
  /** Lets the next one go; a second time means nothing. */
  pass(): void
}

/** For those who are alone. */
export const noTurn: Turn = { wait: async () => undefined, pass: () => undefined }

/** Makes a row: each call takes the place behind all that were taken before. */
export function createTurns(): () => Turn {
  let allBefore = Promise.resolve()
  return () => {
    const before = allBefore
    const { promise: passed, resolve: pass } = Promise.withResolvers<void>()
    allBefore = before.then(() => passed)
    return { wait: () => before, pass }
  }
}
