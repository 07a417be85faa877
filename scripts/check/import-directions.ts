import path from 'node:path'
import { type HouseRule, isCode, isTest, lineAt, type SourceFile, type Violation } from './source-file.ts'

/** The parts of the house, and the parts each may import. Scripts may import everything. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'app/contract': [],
  'app/service-kit': [],
  'app/database': ['app/contract', 'app/service-kit'],
  'app/api': ['app/contract', 'app/service-kit', 'app/database'],
  'app/storefront': ['app/contract', 'app/service-kit'],
  'app/console': ['app/contract', 'app/service-kit'],
  'app/simulator': ['app/service-kit'],
  // Judges the shop from outside.
  rehearsal: [],
  // Where the shop runs knows nothing of what it does.
  platform: [],
}
/** Packages that only these parts may import. */
const RESERVED_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  pg: ['app/api', 'app/database', 'scripts'],
  kysely: ['app/api', 'app/database', 'scripts'],
}
const IMPORT = /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g

/** Arrows between the parts of the house go one way, also when they are written as a relative path. */
export const importDirections: HouseRule = {
  name: 'import-directions',
  find: (files) => files.filter(isCode).flatMap(findInFile),
}

function findInFile(file: SourceFile): Violation[] {
  const from = partOf(file.path)
  return [...file.text.matchAll(IMPORT)].flatMap((found) => {
    const sentence = judge(from, file, found[1] ?? found[2] ?? '')
    return sentence === null ? [] : [{ path: file.path, line: lineAt(file.text, found.index), sentence }]
  })
}

function judge(from: string, file: SourceFile, specifier: string): string | null {
  const packageName = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
  const allowed = RESERVED_PACKAGES[packageName]
  if (allowed !== undefined && !allowed.includes(from))
    return `${from} may not import ${packageName}: only ${allowed.join(' and ')} speak to the database.`
  const to = targetOf(file.path, specifier)
  if (to === null || to === from || from === 'scripts') return null
  // A test of one part may set up the others.
  if (isTest(file) && to in MAY_IMPORT) return null
  const reachable = MAY_IMPORT[from] ?? null
  if (reachable === null) return null
  if (reachable.includes(to)) return null
  return `${from} may not import ${to}: ${reachable.length === 0 ? 'it imports no other part' : `it may import ${reachable.join(' and ')}`}.`
}

/** The part of the house an import leads to; null when it leads to a package of others. */
function targetOf(file: string, specifier: string): string | null {
  const workspace = /^@dhakacart\/([a-z-]+)/.exec(specifier)
  if (workspace !== null) return `app/${workspace[1]}`
  if (!specifier.startsWith('.')) return null
  return partOf(path.posix.join(path.posix.dirname(file), specifier))
}

function partOf(file: string): string {
  const [first = '', second = ''] = file.split('/')
  return first === 'app' ? `app/${second}` : first
}
