export class TooLate extends Error {}

/**
 * The answer, or TooLate after `ms`. What has arrived by then counts, though this process was too busy to look: its own lateness
 * is not blamed on who answered in time.
 */
export function within<T>(ms: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // Timers run before sockets are read, immediates after.
    const timer = setTimeout(() => setImmediate(() => reject(new TooLate())), ms)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
