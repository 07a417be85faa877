import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))

export type ProductSource = { path: string; text: string }

/** What runs where the shop is public: not the tests, the simulation, the laptop's stand-ins, seeds and build steps. */
export function readProductSources(): ProductSource[] {
  return globSync('app/{api,contract,database,service-kit,storefront,console}/src/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !/test\.tsx?$|\/testing\/|\/security\//.test(file))
    .toSorted()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }))
}

export const readDocument = (file: string): string => readFileSync(path.join(root, file), 'utf8')

/** The rows of the first table below a heading, cells without backticks. */
export function tableBelow(document: string, heading: string): string[][] {
  const after = document.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  return after
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim().replaceAll('`', '')),
    )
}
