import { PlainFailure } from '../command.ts'
import { explainFileError } from '../processes/data-folder.ts'
import type { Report } from './report.ts'

/** Tells a person once that files of the running shop cannot be written, and once that all of them can be again. */
export class DiskRoom {
  readonly #dataFolder: string
  readonly #report: Report
  readonly #isRunning: () => boolean
  readonly #unwritten = new Set<string>()

  constructor(dataFolder: string, report: Report, isRunning: () => boolean) {
    this.#dataFolder = dataFolder
    this.#report = report
    this.#isRunning = isRunning
  }

  /** Writes a file, unless that is impossible now; false then. */
  attempt(file: string, write: () => void): boolean {
    try {
      write()
      this.note(file, null)
      return true
    } catch (error) {
      this.note(file, error as Error)
      return false
    }
  }

  /** Why a file could not be written, null: it could. */
  note(file: string, error: Error | null): void {
    // A start or stop that the disk stands in the way of says so itself.
    if (!this.#isRunning()) return
    const wasWhole = this.#unwritten.size === 0
    if (error === null) {
      this.#unwritten.delete(file)
      if (!wasWhole && this.#unwritten.size === 0) this.#report.event('What could not be written is written now.')
      return
    }
    this.#unwritten.add(file)
    if (!wasWhole) return
    const reason = explainFileError(error, this.#dataFolder)
    const sentence =
      reason instanceof PlainFailure
        ? reason.message
        : `${file} cannot be written (${error.message}); make that possible.`
    this.#report.event(`${sentence} The shop goes on, and it is tried again.`)
  }
}
