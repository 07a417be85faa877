import { cpSync, existsSync, lutimesSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { argv, cwd, exit, stderr } from 'node:process'

/** Below this folder everything lies in an image as it lies in the repository. */
const home = 'shop'

/** What of an app an image carries besides its package.json and its code; the rest is for building and testing. */
const carried: Readonly<Record<string, readonly string[]>> = {
  'app/api': ['src'],
  'app/console': ['src', 'dist'],
  'app/contract': ['src'],
  'app/database': ['src', 'migrations'],
  'app/service-kit': ['src'],
  'app/simulator': ['src'],
  'app/storefront': ['src', 'dist'],
}
/** Tests, and what the build made other files of. */
const leftOut = /\.(?:test|browser-test)\.tsx?$|\.tsx$|\.css$/
/** Packages bring types, tests, sources of their bundles and manuals, which nothing loads; licences stay. */
const leftOutOfPackages =
  /\.(?:d\.[cm]?ts|map|flow|markdown)$|\.test\.[cm]?[jt]s$|(?:^|\/)(?:readme|changelog|history)[^/]*\.md$|^(?:\.github|tests?|__tests__|bench(?:marks?)?|examples?)$/i

type Entry = {
  link?: true
  resolved?: string
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}
type Entries = Readonly<Record<string, Entry>>

/**
 * Everything that `from` needs to run, by its place in the lock file. npm's own --omit=dev brings what other workspaces
 * are tested with, because to npm each workspace is a product.
 */
export function findNeeded(entries: Entries, from: string): Set<string> {
  const needed = new Set<string>([from])
  for (const place of needed) {
    const entry = entries[place]
    if (entry === undefined) throw new Error(`package-lock.json has no ${place}: run npm install once.`)
    if (entry.link === true) {
      needed.add(entry.resolved ?? '')
      continue
    }
    for (const { name, isOptional } of dependenciesOf(entry)) {
      const found = placeOf(entries, place, name)
      if (found !== null) needed.add(found)
      else if (!isOptional)
        throw new Error(`package-lock.json does not say where ${place} finds ${name}: run npm install once.`)
    }
  }
  return needed
}

/** Its peers count too, but for those that it can do without: they are there only when somebody else needs them. */
function dependenciesOf(entry: Entry): { name: string; isOptional: boolean }[] {
  const required = Object.keys(entry.dependencies ?? {}).map((name) => ({ name, isOptional: false }))
  const optional = Object.keys(entry.optionalDependencies ?? {}).map((name) => ({ name, isOptional: true }))
  const peers = Object.keys(entry.peerDependencies ?? {})
    .filter((name) => entry.peerDependenciesMeta?.[name]?.optional !== true)
    .map((name) => ({ name, isOptional: false }))
  // npm lists a package that is optional among both.
  return [...required.filter(({ name }) => entry.optionalDependencies?.[name] === undefined), ...optional, ...peers]
}

/** As Node looks for it: in the package's own folder, then in each folder around it. */
function placeOf(entries: Entries, from: string, name: string): string | null {
  for (let folder = from; ; folder = folder.includes('/') ? dirname(folder) : '') {
    if (basename(folder) !== 'node_modules') {
      const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
      if (entries[place] !== undefined) return place
    }
    if (folder === '') return null
  }
}

function copyPackages(root: string, out: string, needed: Iterable<string>): void {
  for (const place of needed) {
    const from = join(root, place)
    const to = join(out, place)
    if (!place.includes('node_modules/')) {
      mkdirSync(to, { recursive: true })
      cpSync(join(from, 'package.json'), join(to, 'package.json'))
    } else if (place.startsWith('node_modules/@dhakacart/')) {
      mkdirSync(dirname(to), { recursive: true })
      symlinkSync(`../../app/${basename(place)}`, to)
      // A package for another system is in the lock file and not on the disk.
    } else if (existsSync(from)) {
      const isCarried = (path: string) => {
        const inside = relative(from, path)
        return !leftOutOfPackages.test(inside) && !inside.includes('node_modules')
      }
      cpSync(from, to, { recursive: true, filter: isCarried })
    }
  }
}

function copySources(root: string, out: string, needed: Iterable<string>): void {
  for (const place of needed) {
    for (const part of carried[place] ?? []) {
      cpSync(join(root, place, part), join(out, place, part), {
        recursive: true,
        filter: (path) => part === 'dist' || !leftOut.test(path),
      })
    }
  }
  // Our code is ECMAScript modules.
  cpSync(join(root, 'package.json'), join(out, 'package.json'))
}

/** One time for all, so that the same content is the same image. */
function setTimes(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) setTimes(join(path, entry.name))
    else lutimesSync(join(path, entry.name), 0, 0)
  }
  lutimesSync(path, 0, 0)
}

/** assemble.ts packages|sources api|storefront|console|simulator|seed FOLDER: lays out one layer of an image. */
function assemble(what: string, image: string, out: string): void {
  const root = cwd()
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Entries }
  const target = join(out, home)
  if (image === 'seed') cpSync(join(root, 'app/database/seed'), join(target, 'app/database/seed'), { recursive: true })
  else if (what === 'packages') copyPackages(root, target, findNeeded(packages, `app/${image}`))
  else copySources(root, target, findNeeded(packages, `app/${image}`))
  setTimes(out)
}

if (import.meta.main) {
  const [what = '', image = '', out = ''] = argv.slice(2)
  if (!['packages', 'sources'].includes(what) || image === '' || out === '') {
    stderr.write('assemble.ts packages|sources IMAGE FOLDER\n')
    exit(1)
  }
  assemble(what, image, out)
}
