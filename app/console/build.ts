import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { filesBelow, fingerprint } from '@dhakacart/service-kit/built-files/fingerprint.ts'
import type { BuiltApp } from '@dhakacart/service-kit/built-files/one-page-app.ts'
import { writeBuiltFiles, writeWhole } from '@dhakacart/service-kit/built-files/write-files.ts'
import type { Metafile } from 'esbuild'

/** The console's files and pages lie below this path, on whichever host. */
const prefix = '/console'
/** Staff use current browsers: dialogs, CSS layers, nesting, :has and color-mix. */
const targets = ['chrome111', 'firefox121', 'safari16.4']

const folder = dirname(fileURLToPath(import.meta.url))
const dist = join(folder, 'dist')
/** Our sources, the contract's, the pictures, the build itself, the pinned versions. */
const roots = [
  'src',
  'assets',
  'build.ts',
  'package.json',
  '../contract/src',
  '../service-kit/src/built-files',
  '../../package-lock.json',
]

/** Builds what browsers load into dist/, unless nothing changed since the last build. */
export async function build(): Promise<'built' | 'unchanged'> {
  const sources = fingerprint(folder, roots)
  const path = join(dist, 'app.json')
  if (existsSync(path)) {
    const last = JSON.parse(readFileSync(path, 'utf8')) as BuiltApp
    const isWhole = last.files.every((file) => existsSync(join(dist, 'assets', file)))
    if (last.sources === sources && isWhole) return 'unchanged'
  }
  const { contents, script, imported, style } = await bundle()
  const icon = addAssets(contents)
  mkdirSync(dist, { recursive: true })
  writeBuiltFiles(join(dist, 'assets'), contents)
  const parts = imported.map((name) => linkTo(name, contents))
  const page = pageOf({ script: linkTo(script, contents), parts, style: linkTo(style, contents), icon })
  const built: BuiltApp = { sources, page, prefix, files: [...contents.keys()].toSorted() }
  // The page last: a build that was cut off is built again.
  writeWhole(path, JSON.stringify(built, null, 2))
  return 'built'
}

async function bundle() {
  // Loaded only when needed: no start after the first should wait for it.
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    absWorkingDir: folder,
    entryPoints: {
      main: 'src/main.tsx',
      style: 'src/styles/main.css',
      // Loaded by the script, one of them; under names by which they can be found.
      'texts-en': 'src/texts/en.ts',
      'texts-bn': 'src/texts/bn.ts',
    },
    outdir: 'dist/assets',
    publicPath: `${prefix}/assets`,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    write: false,
    metafile: true,
    jsx: 'automatic',
    target: targets,
    define: { 'process.env.NODE_ENV': '"production"' },
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    legalComments: 'none',
    charset: 'utf8',
    alias: { typebox: join(folder, 'src/api/bare-typebox.ts') },
  })
  const contents = new Map<string, Uint8Array>()
  for (const file of result.outputFiles) contents.set(basename(file.path), file.contents)
  const outputOf = (source: string) => {
    const found = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === source)
    if (!found) throw new Error(`the build made nothing of ${source}`)
    return basename(found[0])
  }
  const script = outputOf('src/main.tsx')
  return { contents, script, imported: importedBy(script, result.metafile), style: outputOf('src/styles/main.css') }
}

/** What the script cannot begin without. */
function importedBy(script: string, { outputs }: Metafile): string[] {
  const paths = new Map(Object.keys(outputs).map((path) => [basename(path), path]))
  const found = new Set([script])
  for (const name of found) {
    for (const { path, kind } of outputs[paths.get(name) ?? '']?.imports ?? []) {
      if (kind === 'import-statement') found.add(basename(path))
    }
  }
  found.delete(script)
  return [...found]
}

/** Adds the files of assets/ under names that hold their hash; returns the address of the icon. */
function addAssets(contents: Map<string, Uint8Array>): string {
  let icon = ''
  for (const path of filesBelow(join(folder, 'assets'))) {
    const content = readFileSync(path)
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
    const name = `${basename(path, extname(path))}-${hash}${extname(path)}`
    contents.set(name, content)
    if (basename(path) === 'favicon.svg') icon = `${prefix}/assets/${name}`
  }
  return icon
}

type LoadedFile = { url: string; integrity: string }

function linkTo(name: string, contents: Map<string, Uint8Array>): LoadedFile {
  const content = contents.get(name)
  if (!content) throw new Error(`the build lost ${name}`)
  const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`
  return { url: `${prefix}/assets/${name}`, integrity }
}

/** `parts`: what the script imports, named here so that all of it is fetched at once. */
type PageFiles = { script: LoadedFile; parts: readonly LoadedFile[]; style: LoadedFile; icon: string }

/** The one page. It knows neither language nor person: the script decides both. */
function pageOf({ script, parts, style, icon }: PageFiles): string {
  const preloads = parts.map(
    ({ url, integrity }) => `<link rel="modulepreload" href="${url}" integrity="${integrity}">`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow">
<title>DhakaCart Console</title>
<link rel="icon" href="${icon}" type="image/svg+xml">
<link rel="stylesheet" href="${style.url}" integrity="${style.integrity}">
${preloads.join('\n')}
<script type="module" src="${script.url}" integrity="${script.integrity}"></script>
</head>
<body>
<div id="app"></div>
<noscript><p class="no-script">The console needs JavaScript. কনসোল চালাতে জাভাস্ক্রিপ্ট চালু করুন।</p></noscript>
</body>
</html>
`
}

if (import.meta.main) {
  const startedAt = performance.now()
  const outcome = await build()
  console.log(`console: ${outcome} in ${Math.round(performance.now() - startedAt)} ms`)
}
