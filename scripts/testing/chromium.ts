import { accessSync, constants } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { PlainFailure } from '../command.ts'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const APPLICATIONS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** How to get a browser for the browser tests. */
export const CHROMIUM_REMEDY =
  'install it (Debian: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install chromium), or name one in CHROMIUM_PATH'

/** The Chromium or Chrome of this machine; null when there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '')
  const candidates = folders.flatMap((folder) => PROGRAMS.map((program) => path.join(folder, program)))
  return [...candidates, ...APPLICATIONS].find(isExecutable) ?? null
}

/** The same, or one sentence that says how to get one. */
export function requireChromium(): string {
  const found = findChromium()
  if (found === null) throw new PlainFailure(`The browser tests need Chromium, which is not here: ${CHROMIUM_REMEDY}.`)
  if (!isExecutable(found)) throw new PlainFailure(`CHROMIUM_PATH names ${found}, which is not a program.`)
  return found
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
