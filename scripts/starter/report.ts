import process from 'node:process'

/** Where the starter tells a person what happens. */
export type Report = {
  /** Runs one step of the start; prints its title and duration when it is done. */
  step<T>(title: string, work: (progress: (text: string) => void) => Promise<T>): Promise<T>
  /** Something happened to the running shop. */
  event(sentence: string): void
  line(text: string): void
}

const PROGRESS_LINE_MS = 2_000

/** Prints to the terminal; progress rewrites one line there, and is printed every two seconds elsewhere. */
export function makeTerminalReport(output: NodeJS.WriteStream = process.stdout): Report {
  const line = (text: string) => output.write(`${clearLine(output)}${text}\n`)
  return {
    line,
    event: (sentence) => line(`${new Date().toLocaleTimeString('en-GB')}  ${sentence}`),
    step: async (title, work) => {
      const startedAt = performance.now()
      const result = await work(makeProgress(output, title))
      line(`  ✓ ${title.padEnd(44)} ${((performance.now() - startedAt) / 1000).toFixed(1).padStart(5)} s`)
      return result
    },
  }
}

function makeProgress(output: NodeJS.WriteStream, title: string): (text: string) => void {
  let printedAt = performance.now()
  return (text) => {
    if (output.isTTY) {
      output.write(`${clearLine(output)}  … ${title}: ${text}`)
      return
    }
    if (performance.now() - printedAt < PROGRESS_LINE_MS) return
    printedAt = performance.now()
    output.write(`  … ${title}: ${text}\n`)
  }
}

function clearLine(output: NodeJS.WriteStream): string {
  return output.isTTY ? '\r\u001b[2K' : ''
}
