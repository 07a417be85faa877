import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'

/** Packages of hundreds of small files, of which processes load all at every start (docs/decisions/005). */
const PACKED = ['kysely', 'typebox']

// As long as files of earlier builds of the pages.
const KEEP_MS = 7 * 24 * 60 * 60_000

const root = path.resolve(import.meta.dirname, '..', '..')
/** npm empties node_modules when it installs, and this folder with it. */
const cache = path.join(root, 'node_modules', '.cache', 'packed')

type PackedPackage = {
  readonly name: string
  readonly version: string
  /** Files below the folder of packs, by what an import names. */
  readonly files: Readonly<Record<string, string>>
}

/**
 * Puts each of the packages into a few files, from which read-packed.mjs has processes read them, unless that was done for
 * what is installed. Safe to run twice at once: whoever reads meanwhile sees the old index or the new one.
 */
export async function packPackages(folder = cache): Promise<'packed' | 'unchanged'> {
  const wanted = PACKED.map(readPackage)
  const made = createHash('sha256')
    .update(JSON.stringify(wanted.map(({ name, version }) => [name, version])))
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 16)
  if (readIndex(folder)?.made === made) return 'unchanged'
  const place = `${made}-${process.pid}`
  const packages: PackedPackage[] = []
  for (const one of wanted) packages.push(await pack(one, folder, place))
  const unfinished = path.join(folder, `index.json.${process.pid}`)
  writeFileSync(unfinished, `${JSON.stringify({ made, packages }, null, 2)}\n`)
  renameSync(unfinished, path.join(folder, 'index.json'))
  removeOld(folder)
  return 'packed'
}

type InstalledPackage = { readonly name: string; readonly version: string; readonly specifiers: readonly string[] }

/** With every address it exports: a second copy of a part would be another library to the first one. */
function readPackage(name: string): InstalledPackage {
  const text = readFileSync(path.join(root, 'node_modules', name, 'package.json'), 'utf8')
  const { version, exports } = JSON.parse(text) as { version: string; exports: Record<string, unknown> }
  return { name, version, specifiers: Object.keys(exports).map((part) => path.posix.join(name, part)) }
}

async function pack({ name, version, specifiers }: InstalledPackage, folder: string, place: string) {
  const { build } = await import('esbuild')
  const fileOf = (specifier: string) => specifier.replaceAll('/', '_')
  mkdirSync(path.join(folder, place), { recursive: true })
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(specifiers.map((specifier) => [fileOf(specifier), specifier])),
    outdir: path.join(folder, place),
    outExtension: { '.js': '.mjs' },
    chunkNames: `${name}-[hash]`,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: `node${process.versions.node}`,
    // Names stay, for whoever reads where an error came from.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
  })
  const files = Object.fromEntries(specifiers.map((specifier) => [specifier, `${place}/${fileOf(specifier)}.mjs`]))
  return { name, version, files } satisfies PackedPackage
}

function readIndex(folder: string): { made: string; packages: PackedPackage[] } | null {
  const file = path.join(folder, 'index.json')
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Processes that began with an earlier pack may still read from it. */
function removeOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (Date.now() - statSync(file).mtimeMs > KEEP_MS) rmSync(file, { recursive: true, force: true })
  }
}
