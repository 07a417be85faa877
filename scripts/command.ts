import process from 'node:process'

/** A failure the reader can act on: its message is the one sentence that is shown, without a stack. */
export class PlainFailure extends Error {
  override name = 'PlainFailure'
}

/** Runs one npm command and sets its exit code: 0, what `main` returns, or 1 with one sentence. */
export async function runCommand(main: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await main()) ?? 0
  } catch (error) {
    process.stderr.write(`${error instanceof PlainFailure ? error.message : describeBug(error)}\n`)
    process.exitCode = 1
  }
  // The channel to bootstrap.mjs would keep a finished command alive.
  process.channel?.unref()
}

/** Calls `stop` on Ctrl-C, on SIGTERM, and when the process that started this command was killed. */
export function onStopRequest(stop: (reason: string) => void): void {
  process.on('SIGINT', () => stop('SIGINT'))
  process.on('SIGTERM', () => stop('SIGTERM'))
  process.on('disconnect', () => stop('the starting process ended'))
}

function describeBug(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
